"""A push message reaches who has left; browsers show it, so a browser is asked."""

from __future__ import annotations

from playwright.async_api import expect

from tests.fixtures.browser import NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.visitor import host_site


async def test_a_push_message_is_shown_and_opens_the_conversation(
    running_shop: RunningShop, new_context: NewContext
) -> None:
    """What the message says was agreed to before; the message itself holds no words."""
    context = await new_context(permissions=["notifications"])
    page = await context.new_page()
    async with host_site(running_shop) as site:
        address = f"/widget/{site.inbox_id}"
    await page.goto(f"{running_shop.address}{address}")
    await expect(page.get_by_role("log")).to_be_visible()

    shown = await page.evaluate(
        """async scope => {
            const words = { i: scope.split('/').at(-1), title: "Jan's Shop", body: 'New' }
            const script = `/widget/push.js?${new URLSearchParams(words)}`
            const worker = await navigator.serviceWorker.register(script, { scope })
            const isActive = () => worker.active?.state === 'activated'
            while (!isActive()) await new Promise(done => setTimeout(done, 20))
            return worker.scope
        }""",
        address,
    )
    session = await context.new_cdp_session(page)
    registrations: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: registrations.extend(one["registrationId"] for one in told["registrations"]),
    )
    await session.send("ServiceWorker.enable")
    for _ in range(100):
        if registrations:
            break
        await page.wait_for_timeout(20)
    await session.send(
        "ServiceWorker.deliverPushMessage",
        {
            "origin": running_shop.address,
            "registrationId": registrations[0],
            "data": '{"v":1,"t":"msg","n":1}',
        },
    )
    titles = await page.evaluate(
        """async () => {
            const worker = await navigator.serviceWorker.ready
            for (let i = 0; i < 100; i += 1) {
                const shown = await worker.getNotifications()
                if (shown.length > 0) return shown.map(one => [one.title, one.body])
                await new Promise(done => setTimeout(done, 20))
            }
            return []
        }"""
    )

    assert shown.endswith(address)
    assert titles == [["Jan's Shop", "New"]]
