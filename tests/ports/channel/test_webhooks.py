from clew.ports.channel import Verdict


def test_only_a_genuine_webhook_counts_as_one() -> None:
    assert [verdict for verdict in Verdict if verdict] == [Verdict.GENUINE]
