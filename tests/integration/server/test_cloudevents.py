"""The log as CloudEvents, for whoever accepts them."""

from urllib.parse import urlsplit

import httpx2

BATCH = "application/cloudevents-batch+json"


def test_who_accepts_cloudevents_gets_the_same_events_as_a_batch(client: httpx2.Client) -> None:
    plain = client.get("/v1/events").json()["items"]

    answer = client.get("/v1/events", headers={"accept": f"{BATCH}, */*;q=0.1"})

    assert answer.headers["content-type"] == BATCH
    assert answer.headers["vary"] == "accept"
    batch = answer.json()
    assert [event["id"] for event in batch] == [event["id"] for event in plain]
    assert [event["data"] for event in batch] == [event["data"] for event in plain]
    assert {event["specversion"] for event in batch} == {"1.0"}
    assert len({event["source"] for event in batch}) == 1
    assert "link" not in answer.headers


def test_a_link_leads_from_batch_to_batch(client: httpx2.Client) -> None:
    whole = client.get("/v1/events", headers={"accept": BATCH}).json()
    asked, seen = "/v1/events?limit=1&type=document.received", []
    while asked:
        answer = client.get(asked, headers={"accept": BATCH})
        seen += answer.json()
        following = answer.links.get("next", {}).get("url", "")
        asked = f"{urlsplit(following).path}?{urlsplit(following).query}" if following else ""

    assert seen == [event for event in whole if event["type"] == "document.received"]
    assert len(seen) > 1


def test_others_get_a_page(client: httpx2.Client) -> None:
    answer = client.get("/v1/events")

    assert (answer.headers["content-type"], answer.headers["vary"]) == (
        "application/json",
        "accept",
    )


def test_the_document_of_the_api_names_both_forms(client: httpx2.Client) -> None:
    document = client.get("/openapi.json").json()

    forms = document["paths"]["/v1/events"]["get"]["responses"]["200"]["content"]
    assert set(forms) == {"application/json", BATCH}
