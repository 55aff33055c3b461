"""Why somebody may not help a cooperative, or be let to."""


class Refused(Exception):
    """Something about the help of a commune's team cannot be done."""


class NotOwner(Refused):
    """Only an owner speaks for the cooperative."""


class NotOfTheCommune(Refused):
    """The person does not belong to the team of the cooperative's own commune."""


class AlreadyHelping(Refused):
    """This person has an open consent of the cooperative; it is ended first."""


class AlreadyEnded(Refused):
    """The consent, or the place in the team, has ended before."""


class TooLong(Refused):
    """Longer than the market lets a consent run, or over before it begins."""


class Nothing(Refused):
    """Nothing was allowed."""


class NobodyKnown(Refused):
    """Nobody signs in with this phone number or e-mail address."""


class OwnCooperative(Refused):
    """A member needs no consent of the own cooperative."""
