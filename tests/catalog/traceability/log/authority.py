"""An authority of time of our own: certificates made on the spot, answers signed by RFC 3161."""

import datetime as dt
import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

BEGINS = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ENDS = dt.datetime(2036, 1, 1, tzinfo=dt.UTC)
DER = serialization.Encoding.DER


def key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _named(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def certificate(name, of, issuer, by, *, is_root=False, purpose=ExtendedKeyUsageOID.TIME_STAMPING):
    """A certificate for a key, signed by another key."""
    made = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(of.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(ENDS)
        .add_extension(x509.BasicConstraints(is_root, None), critical=True)
    )
    if not is_root:
        made = made.add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
    return made.sign(by, hashes.SHA256())


class Authority:
    """A root, a certificate for stamping time below it, and what to do wrong, if anything."""

    def __init__(self, purpose=ExtendedKeyUsageOID.TIME_STAMPING, *, is_its_own_root=False):
        self.root_key, self.own_key = key(), key()
        self.root = certificate("Root", self.root_key, "Root", self.root_key, is_root=True)
        self.own = certificate("Time", self.own_key, "Root", self.root_key, purpose=purpose)
        if is_its_own_root:
            self.own = certificate("Time", self.own_key, "Time", self.own_key, purpose=purpose)
            self.root = self.own
        self.at = None  # when it says it is
        self.spoil = {}  # fields of the statement it gets wrong
        self.signs_with = self.own_key
        self.status = "granted"

    @property
    def pem(self):
        """The root as a file for the market."""
        return self.root.public_bytes(serialization.Encoding.PEM)

    def answer(self, query):
        """The answer to a query."""
        asked = tsp.TimeStampReq.load(query)
        if self.status != "granted":
            return tsp.TimeStampResp({"status": {"status": self.status}}).dump()
        told = {
            "version": "v1",
            "policy": "1.2.3.4.1",
            "message_imprint": asked["message_imprint"],
            "serial_number": 7,
            "gen_time": self.at.replace(microsecond=0),
            "nonce": asked["nonce"].native,
            **self.spoil,
        }
        token = self._signed(tsp.TSTInfo(told).dump())
        return tsp.TimeStampResp(
            {"status": {"status": "granted"}, "time_stamp_token": token}
        ).dump()

    def _signed(self, statement):
        """A statement as signed data of CMS, with the attributes RFC 3161 and RFC 5816 ask for."""
        own = asn1.Certificate.load(self.own.public_bytes(DER))
        sha256 = {"algorithm": "sha256"}
        attributes = _attributes(own, statement)
        signature = self.signs_with.sign(attributes.dump(), padding.PKCS1v15(), hashes.SHA256())
        who = {"issuer": own.issuer, "serial_number": own.serial_number}
        signer = cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier("issuer_and_serial_number", who),
                "digest_algorithm": algos.DigestAlgorithm(sha256),
                "signed_attrs": attributes,
                "signature_algorithm": {"algorithm": "sha256_rsa"},
                "signature": signature,
            }
        )
        content = {"content_type": "tst_info", "content": core.ParsableOctetString(statement)}
        return cms.ContentInfo(
            {
                "content_type": "signed_data",
                "content": cms.SignedData(
                    {
                        "version": "v3",
                        "digest_algorithms": [sha256],
                        "encap_content_info": content,
                        "certificates": [own],
                        "signer_infos": [signer],
                    }
                ),
            }
        )


def _attributes(own, statement):
    """What is signed: the digest of the statement, and whose certificate it is."""
    digest, named = hashlib.sha256(statement).digest(), hashlib.sha256(own.dump()).digest()
    told = {
        "content_type": "tst_info",
        "message_digest": digest,
        "signing_certificate_v2": {"certs": [{"cert_hash": named}]},
    }
    return cms.CMSAttributes(
        [cms.CMSAttribute({"type": name, "values": [value]}) for name, value in told.items()]
    )


class Served:
    """The authority behind an address; it remembers what it was asked, and how."""

    def __init__(self, authority):
        self.authority, self.asked, self.says = authority, [], None
        self.status, self.headers = 200, {}
        served = self

        class Handler(BaseHTTPRequestHandler):
            """Answers a query."""

            def do_POST(self):
                query = self.rfile.read(int(self.headers["Content-Length"]))
                served.asked.append((self.headers["Content-Type"], query))
                body = served.says if served.says is not None else served.authority.answer(query)
                self.send_response(served.status)
                for name, value in served.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_words):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/tsa"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        """Answer no more."""
        self.server.shutdown()
        self.server.server_close()
