"""The files of a message, and the page with all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dunning import Channel, RenderedMessage

HEAD = """<!doctype html>
<meta charset="utf-8">
<title>Messages</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 50em; margin: 2em auto; }
section { border: 1px solid #bbb; padding: 1em; margin: 1em 0; }
pre { white-space: pre-wrap; font: inherit; }
td, th { padding: 0 1em 0 0; }
</style>
"""

WORDS = {
    Channel.EMAIL: "email",
    Channel.WHATS_APP: "whatsApp",
    Channel.SMS: "sms",
    Channel.LETTER: "letter",
    Channel.PORTAL: "portal",
    Channel.CALL: "call",
}


@dataclass(frozen=True)
class Letter:
    name: str
    debtor: str
    message: RenderedMessage
    code: str | None
    """The QR code as SVG."""


def word(channel: Channel) -> str:
    """The channel as JSON has it."""
    return WORDS[channel]


def listed(day: date, letters: Sequence[Letter]) -> str:
    """A line for each message: its file, template, language and hash."""
    lines = [f"{len(letters)} messages for {day}\n"]
    for letter in letters:
        message, template = letter.message, letter.message.template
        code = "" if letter.code is None else "  qr"
        told = f"{template.id} {template.version}  {message.language}  {template.content_hash}"
        lines.append(f"{letter.name}  {told}{code}\n")
    return "".join(lines)


def text(letter: Letter) -> str:
    subject = letter.message.subject
    return ("" if subject is None else f"{subject}\n\n") + f"{letter.message.text}\n"


def html(letter: Letter) -> str | None:
    if letter.message.html is None:
        return None
    title = _escaped(letter.message.subject or "")
    head = f'<!doctype html>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    return head + letter.message.html + _picture(letter)


def _picture(letter: Letter) -> str:
    if letter.code is None:
        return ""
    return f'<img src="{letter.name}.svg" width="160" alt="QR">\n'


def index(letters: Sequence[Letter]) -> str:
    parts = [HEAD, f"<h1>{len(letters)} messages</h1>\n<ol>\n"]
    for letter in letters:
        link = f'<a href="#{letter.name}">{letter.name}</a>'
        parts.append(f"<li>{link} {_escaped(letter.debtor)}</li>\n")
    parts.append("</ol>\n")
    for letter in letters:
        message = letter.message
        parts.append(f'<section id="{letter.name}">\n<h2>{letter.name}</h2>\n')
        if message.subject is not None:
            parts.append(f"<h3>{_escaped(message.subject)}</h3>\n")
        parts.append(message.html or f"<pre>{_escaped(message.text)}</pre>\n")
        parts.append(_picture(letter))
        parts.append("</section>\n")
    return "".join(parts)


def _escaped(text: str) -> str:
    named = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")]
    for letter, name in named:
        text = text.replace(letter, name)
    return text
