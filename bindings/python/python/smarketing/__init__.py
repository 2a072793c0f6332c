"""The agreement between marketing and sales as one versioned document, and everything else as a pure function.

>>> from smarketing import Agreement, samples
>>> agreement = samples.agreement()
>>> assessment = agreement.assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF)
>>> assessment
Assessment(lead='L-1', score=64, grade='B1', band='hot', stage='mql')
>>> assessment.score == sum(line.points for line in assessment.contributions)
True
"""

from smarketing import _functions
from smarketing._base import Result
from smarketing._functions import *  # noqa: F403, the functions by their generated list
from smarketing.agreement import Agreement, BoundLead
from smarketing.errors import AgreementError, RefusalError, RequestError, SmarketingError
from smarketing.texts import in_language

__all__ = [
    "Agreement",
    "AgreementError",
    "BoundLead",
    "RefusalError",
    "RequestError",
    "Result",
    "SmarketingError",
    "in_language",
]
__all__ += _functions.__all__
