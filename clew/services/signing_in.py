"""Signing in and out, changing a password, and making tokens for programs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clew.domain.errors import ClewError, InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.message import Author, AuthorKind
from clew.domain.people import Workspace
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import AGENT_CHANGED
from clew.ports.store.people import Credentials, SignedIn
from clew.services.attempts import Attempts
from clew.services.deps import Deps
from clew.services.passwords import Passwords, check_new_password
from clew.services.sessions import TOKEN_PREFIX, Sessions, new_secret, sha256_of


class WrongCredentials(ClewError):
    """Nobody with this e-mail address and this password; which of both is not said."""

    code = "wrong_credentials"
    status = 401

    def __init__(self) -> None:
        super().__init__("the e-mail address or the password is wrong")


class NotSignedIn(ClewError):
    """Somebody who is not signed in asked for what only members see."""

    code = "not_signed_in"
    status = 401

    def __init__(self) -> None:
        super().__init__("sign in first")


class WorkspaceIsNeeded(ClewError):
    """The same address and password open several workspaces; say which.

    Attributes:
        workspaces: Those that they open.
    """

    code = "workspace_needed"

    def __init__(self, workspaces: Sequence[Workspace]) -> None:
        super().__init__("you are a member of several workspaces; say which one")
        self.workspaces = workspaces

    @property
    def extra(self) -> dict[str, object]:
        """Return the workspaces to choose from."""
        return {"workspaces": [{"id": str(one.id), "name": one.name} for one in self.workspaces]}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Who they say they are.

    Attributes:
        workspace: Name or id, needed by members of several.
        address: Where they ask from.
    """

    email: str
    password: str = field(repr=False)
    workspace: str | None = None
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """A session that has just begun; its token is told once."""

    token: str = field(repr=False)
    signed_in: SignedIn


async def sign_in(
    command: SignIn, *, deps: Deps, passwords: Passwords, attempts: Attempts
) -> NewSession:
    """Begin a session.

    Raises:
        TooManyAttempts: At this account, or from this address.
        WrongCredentials: As it says; unknown people are told the same, after the same time.
        WorkspaceIsNeeded: Several workspaces would be opened.
    """
    await attempts.begin(command.email, command.address)
    async with deps.store.write() as tx:
        known = await tx.people.credentials(command.email.strip())
    wanted = [one for one in known if _is_meant(one, command.workspace)]
    right = await _with_password(wanted, command.password, passwords)
    if not right:
        await attempts.failed(command.address)
        raise WrongCredentials
    if len(right) > 1:
        raise WorkspaceIsNeeded([one.workspace for one in right])
    await attempts.succeeded(command.email)
    return await _begin(right[0], command.password, deps=deps, passwords=passwords)


def _is_meant(one: Credentials, workspace: str | None) -> bool:
    if one.agent.is_disabled:
        return False
    if workspace is None:
        return True
    said = workspace.strip()
    return said.lower() in (str(one.workspace.id), one.workspace.name.lower())


async def _with_password(
    wanted: Sequence[Credentials], password: str, passwords: Passwords
) -> list[Credentials]:
    if not wanted:
        await passwords.matches(password, None)
    return [one for one in wanted if await passwords.matches(password, one.password_hash or None)]


async def _begin(
    right: Credentials, password: str, *, deps: Deps, passwords: Passwords
) -> NewSession:
    token, csrf_token = new_secret(), new_secret()
    now = deps.clock.now()
    new_hash = (
        await passwords.hash(password) if passwords.is_outdated(right.password_hash) else None
    )
    async with deps.store.write() as tx:
        if new_hash is not None:
            await tx.people.save_agent(right.agent, new_hash)
        await tx.people.add_session(
            sha256_of(token), right.agent.id, csrf_token, now + deps.limits.session_lasts
        )
        signed_in = await tx.people.session(sha256_of(token), now)
    if signed_in is None:  # disabled in this very moment
        raise WrongCredentials
    return NewSession(token=token, signed_in=signed_in)


async def sign_out(token: str, *, deps: Deps, sessions: Sessions) -> None:
    """End one session; nothing happens if it has ended."""
    async with deps.store.write() as tx:
        await tx.people.end_sessions(token_sha256=sha256_of(token))
    sessions.forget_token(token)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePassword:
    """A new password; the current one shows that it is really them."""

    current: str = field(repr=False)
    new: str = field(repr=False)


async def change_password(
    command: ChangePassword,
    *,
    asker: SignedIn,
    deps: Deps,
    passwords: Passwords,
    sessions: Sessions,
    attempts: Attempts,
) -> None:
    """Replace the asker's password and end every session they have, on every device.

    Raises:
        InvalidInput: The current password is wrong, or the new one cannot be used.
        TooManyAttempts: Guessing goes on.
    """
    check_new_password(command.new, "new")
    # Counted apart from signing in: a stranger's guesses must not keep the owner from this.
    account = f"change of {asker.agent.id}"
    await attempts.begin(account, "")
    async with deps.store.write() as tx:
        kept = await tx.people.password_hash(asker.agent.id)
    if not await passwords.matches(command.current, kept):
        raise InvalidInput("current", "is not your password", Fault.WRONG_PASSWORD)
    await attempts.succeeded(account)
    new_hash = await passwords.hash(command.new)
    async with deps.store.write() as tx:
        await tx.people.save_agent(asker.agent, new_hash)
        await tx.people.end_sessions(agent_id=asker.agent.id)
        # The log tells the gateways of all processes to look at this agent's sockets again.
        await tx.record(_agent_changed(asker, deps))
    sessions.forget(asker.agent.id)


def _agent_changed(asker: SignedIn, deps: Deps) -> Changes:
    now = deps.clock.now()
    author = Author(kind=AuthorKind.AGENT, id=asker.agent.id, name=asker.agent.name)
    entry = LogEntry(kind=AGENT_CHANGED, at=now, agent_id=asker.agent.id, actor=author)
    return Changes(workspace_id=asker.workspace.id, at=now, log=[entry])


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeToken:
    """A token for a program that acts as this agent."""

    email: str
    name: str
    workspace: str | None = None


async def make_token(command: MakeToken, *, deps: Deps) -> str:
    """Return a new API token; only its hash is kept, so it is told once.

    Raises:
        NotFound: No agent has this address.
        WorkspaceIsNeeded: Agents of several workspaces have it.
    """
    async with deps.store.write() as tx:
        known = await tx.people.credentials(command.email.strip())
        meant = [one for one in known if _is_meant(one, command.workspace)]
        if not meant:
            raise NotFound("agent", command.email)
        if len(meant) > 1:
            raise WorkspaceIsNeeded([one.workspace for one in meant])
        token = TOKEN_PREFIX + new_secret()
        await tx.people.add_token(sha256_of(token), meant[0].agent.id, command.name)
    return token
