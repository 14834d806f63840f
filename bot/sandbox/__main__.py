"""`python -m bot.sandbox` runs the sandbox alone and prints its address."""

import argparse
import asyncio
import sys

from aiohttp import web

from bot.sandbox.server import DESK_CHAT, World, create_app


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free one")
    parser.add_argument("--desk", type=int, action="append", help="number of a desk; may be given several times")
    chosen = parser.parse_args()
    try:
        asyncio.run(_serve(chosen.host, chosen.port, World(desks=chosen.desk or (DESK_CHAT,))))
    except KeyboardInterrupt:
        return


async def _serve(host: str, port: int, world: World) -> None:
    runner = web.AppRunner(create_app(world), access_log=None, shutdown_timeout=1)
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
