# Udha as one small container: docker build -t udha . && docker run -v udha-data:/udha/data -e UDHA_TELEGRAM_TOKEN=... -e UDHA_SECRET_KEY=... udha
FROM python:3.11-slim AS build
WORKDIR /udha
COPY requirements.lock ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.11-slim
RUN useradd --create-home --home-dir /udha udha && mkdir /udha/data && chown udha /udha/data
WORKDIR /udha
COPY --from=build /venv /venv
COPY bot bot
COPY content content
COPY locales locales
USER udha
VOLUME /udha/data
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
CMD ["python", "-m", "bot", "run"]
