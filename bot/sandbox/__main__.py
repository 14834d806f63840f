"""`python -m bot.sandbox` runs the sandbox alone and prints its address."""

import argparse
import asyncio
import sys

from aiohttp import web

from bot.sandbox.server import create_app


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free one")
    chosen = parser.parse_args()
    try:
        asyncio.run(_serve(chosen.host, chosen.port))
    except KeyboardInterrupt:
        return


async def _serve(host: str, port: int) -> None:
    runner = web.AppRunner(create_app(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    sys.stdout.write(f"Sandbox: http://{host}:{runner.addresses[0][1]}/\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    main()
