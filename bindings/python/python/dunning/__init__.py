"""Decides whom to remind of which unpaid invoice, how and when, and tells why."""

from ._dunning import *
from ._errors import CommandRefused as CommandRefused
from ._errors import InputRefused as InputRefused
from ._errors import PolicyRefused as PolicyRefused
