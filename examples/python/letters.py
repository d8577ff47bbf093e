"""Writes tomorrow's messages of an administration: a file for each, its QR code, and a page to look
through them all.

`examples/README.md` tells what it writes; the same program exists in other languages.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import page
from dunning import (
    Account,
    Channel,
    MessageAnswer,
    MessageOptions,
    Occasion,
    OccasionMessage,
    PayloadAnswer,
    PaymentLink,
    PictureAnswer,
    RenderedMessage,
    epc_payload,
    plan,
    qr_svg,
    render_message,
    render_occasion,
    thank_you,
)
from files import find
from load import load
from page import Letter
from wrong import Refused


class Args(argparse.Namespace):
    out: str
    paths: list[str]


def arguments() -> Args:
    parser = argparse.ArgumentParser(
        description="Writes tomorrow's messages, their QR codes and a page to look through them."
    )
    parser.add_argument(
        "out",
        nargs="?",
        default="letters",
        help="the directory to write to; it is made if need be",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        help="your own files, as for `today`; the sample administration if none is given",
    )
    return parser.parse_args(namespace=Args())


def run(args: Args) -> str:
    files = find(args.paths, None, begins_journal=False)
    tomorrow = load(files, None, fresh=False).day + timedelta(days=1)
    day = load(files, tomorrow, fresh=False)
    letters: list[Letter] = []
    for account in day.accounts:
        options = _options(account)
        for action in plan(account, day.policy, day.now).actions:
            answer = render_message(account, day.policy, action, options)
            letters.append(_letter(len(letters), account, action.step, answer))
        for thanks in _thanks(account, day.now, options):
            letters.append(_letter(len(letters), account, "thanks", thanks))
    _write(Path(args.out), letters)
    return page.listed(day.day, letters)


def _options(account: Account) -> MessageOptions:
    url = f"https://pay.koperenpan.example/{account.debtor.id}"
    link = PaymentLink(scheme="wero", label="Wero", url=url)
    return MessageOptions(fallback_language="en", links=[link])


def _thanks(
    account: Account, now: datetime, options: MessageOptions
) -> Iterator[MessageAnswer]:
    """Thanks for each payment that was asked for, to the first contact with an e-mail address."""
    reached = (
        contact
        for contact in account.contacts
        if any(address.channel == Channel.EMAIL for address in contact.addresses)
    )
    contact = next(reached, None)
    if contact is None:
        return
    for payment in account.payments:
        thanks = thank_you(account, payment.id)
        if thanks is not None:
            occasion = Occasion.Thanks(thanks=thanks)
            about = OccasionMessage(
                occasion=occasion, contact=contact.id, channel=Channel.EMAIL, at=now
            )
            yield render_occasion(account, about, options)


def _letter(count: int, account: Account, step: str, answer: MessageAnswer) -> Letter:
    debtor = account.debtor
    if not isinstance(answer, MessageAnswer.Rendered):
        raise Refused(f"{debtor.id} {step}: {answer!r}\n")
    message = answer.message
    name = f"{count + 1:03}-{debtor.id}-{page.word(message.channel)}-{step}"
    return Letter(name, debtor.name, message, _code(message))


def _code(message: RenderedMessage) -> str | None:
    """The QR code of the payment that it asks for."""
    if message.transfer is None:
        return None
    made = epc_payload(message.transfer)
    if not isinstance(made, PayloadAnswer.Made):
        return None
    drawn = qr_svg(made.payload)
    return drawn.svg if isinstance(drawn, PictureAnswer.Drawn) else None


def _write(out: Path, letters: list[Letter]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for letter in letters:
        (out / f"{letter.name}.txt").write_bytes(page.text(letter).encode())
        html = page.html(letter)
        if html is not None:
            (out / f"{letter.name}.html").write_bytes(html.encode())
        if letter.code is not None:
            (out / f"{letter.name}.svg").write_bytes(letter.code.encode())
    (out / "index.html").write_bytes(page.index(letters).encode())


def main() -> int:
    try:
        text = run(arguments())
    except Refused as refused:
        sys.stderr.buffer.write(str(refused).encode())
        return 2
    sys.stdout.buffer.write(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
