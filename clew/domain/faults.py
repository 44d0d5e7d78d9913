"""What can be wrong with a value, each in one word that every language has a sentence for."""

from enum import StrEnum


class Fault(StrEnum):
    """Why a value cannot be used. Where a sentence counts, the error says `least` and `most`."""

    MISSING = "missing"
    UNFIT = "unfit"
    UNKNOWN = "unknown"
    TAKEN = "taken"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    WRONG_LENGTH = "wrong_length"
    OUT_OF_RANGE = "out_of_range"
    TOO_MANY = "too_many"
    FULL = "full"
    ADDRESS_TAKEN = "address_taken"
    NOT_AN_ADDRESS = "not_an_address"
    OWN_ADDRESS = "own_address"
    NOT_A_PHONE = "not_a_phone"
    NOT_ONE_WORD = "not_one_word"
    NOT_A_LANGUAGE = "not_a_language"
    HAS_A_SLASH = "has_a_slash"
    UNKNOWN_PLACE = "unknown_place"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105
    MAY_NOT_SIGN_IN = "may_not_sign_in"
    EMPTY_FILE = "empty_file"
    NOT_AHEAD = "not_ahead"
    TOO_SOON = "too_soon"
    ENDS_FIRST = "ends_first"
