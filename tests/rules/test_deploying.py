"""What production is started from is read by the parser that will read it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = Path(sys.executable).with_name("docker-compose")
ENVIRON = {
    "SITE_ADDRESS": "cho.example.vn",
    "PUBLIC_URL": "https://cho.example.vn",
    "SECRET_KEY": "k" * 50,
    "DATABASE_PASSWORD": "letters1",
}
ALWAYS = {"web", "live", "worker", "beat", "db", "redis", "proxy", "migrate"}


def compose(*words, environ=ENVIRON, file="docker-compose.yml"):
    command = [COMPOSE, "--file", file, "--env-file", "/dev/null", *words]
    return subprocess.run(
        command, cwd=ROOT, env=dict(environ), capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def services():
    done = compose("--profile", "demo", "config", "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["services"]


def test_the_parser_takes_the_file_and_would_not_take_a_wrong_one(tmp_path):
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text((ROOT / "docker-compose.yml").read_text().replace("restart:", "restrat:"))

    assert compose("config", "--quiet").returncode == 0
    refused = compose("config", "--quiet", file=str(wrong))
    assert refused.returncode == 1
    assert "restrat" in refused.stderr


@pytest.mark.parametrize("name", sorted(ENVIRON))
def test_it_refuses_to_start_without(name):
    environ = {key: value for key, value in ENVIRON.items() if key != name}

    done = compose("config", "--quiet", environ=environ)

    assert done.returncode == 1
    assert name in done.stderr


def test_the_bank_of_the_demonstration_starts_only_when_asked_for(services):
    plain = json.loads(compose("config", "--format", "json").stdout)["services"]

    assert set(plain) == ALWAYS
    assert set(services) == ALWAYS | {"sandbox"}
    assert services["sandbox"]["profiles"] == ["demo"]


def test_what_plays_a_bank_is_in_no_layer_of_a_live_image(services):
    stages = (ROOT / "Dockerfile").read_text().split("\nFROM ")
    live = stages[-1]
    (code,) = [stage for stage in stages if stage.startswith("${BASE} AS code")]

    assert live.startswith("bare AS live")
    assert "COPY --from=code" in live
    assert "COPY --chown=root:root . ." not in live
    assert "rm -r /srv/market/payments/sandbox /srv/market/templates/sandbox" in code
    targets = {name: one["build"]["target"] for name, one in services.items() if "build" in one}
    assert {name for name, target in targets.items() if target != "live"} == {"sandbox"}


def test_the_market_starts_without_what_plays_a_bank():
    program = (
        "import sys; sys.modules['payments.sandbox'] = None; import django; django.setup();"
        "from django.core.management import call_command; call_command('check');"
        "import marketplace.wsgi, marketplace.asgi, marketplace.celery"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)

    assert done.returncode == 0


def test_every_service_is_closed_in(services):
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service.get("privileges") is None, name


def test_nothing_of_ours_runs_as_root(services):
    ours = {name for name, service in services.items() if service.get("build")}

    assert {services[name]["user"] for name in ours} == {"10001:10001"}
    assert services["db"]["user"] == "postgres"
    assert services["redis"]["user"] == "redis"


def test_all_that_stays_says_how_it_is(services):
    assert {name for name, service in services.items() if "healthcheck" not in service} == {
        "migrate"
    }


def test_pages_start_after_the_migration_and_only_the_proxy_is_reached_from_outside(services):
    for name in ("web", "live", "worker", "beat"):
        condition = services[name]["depends_on"]["migrate"]["condition"]
        assert condition == "service_completed_successfully", name
    assert [name for name, service in services.items() if service.get("ports")] == ["proxy"]
    assert list(services["db"]["networks"]) == ["inside"]
    assert list(services["redis"]["networks"]) == ["inside"]


def test_the_image_runs_as_the_same_user_and_installs_by_hash():
    lines = (ROOT / "Dockerfile").read_text().splitlines()

    assert "USER 10001" in lines
    assert any("--require-hashes" in line for line in lines)
    assert not any("useradd" in line for line in lines[lines.index("USER 10001") :])


def test_the_lock_names_hashes_and_no_index():
    for kind in ("run", "dev", "uv", "mutants"):
        text = (ROOT / "requirements" / f"{kind}.txt").read_text()
        pinned = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]

        assert pinned, kind
        assert text.count("--hash=sha256:") >= len(pinned), kind
        assert "://" not in text, kind
        assert "index" not in text, kind
