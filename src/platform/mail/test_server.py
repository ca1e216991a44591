#!/usr/bin/python3
"""A mail server for tests, on Debian's aiosmtpd: a process of its own that listens on TCP and goes away with its parent.

Usage: test_server.py [CERTIFICATE KEY]: with a certificate it asks for STARTTLS and for the user «hebra» with the password
«secreto» (wrong ones: 535). Prints its port; then a line of JSON for every letter it takes; ends when its input closes.
The address says what happens to a letter: dead@ 550, busy@ 451, spam@ 554 after the whole letter, cut@ the connection is
cut at the recipient, lost@ the letter is taken and the connection cut instead of an answer.
"""
import asyncio, json, logging, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("dead@"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("busy@"):
            return "451 4.7.1 come back later"
        if address.startswith("cut@"):
            server.transport.abort()
            return "421 cut"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        print(json.dumps({"from": envelope.mail_from, "to": to, "tls": session.ssl is not None, "hello": session.host_name,
                          "text": envelope.content.decode("ascii")}), flush=True)
        if to.startswith("lost@"):
            server.transport.abort()
        if to.startswith("spam@"):
            return "554 5.7.1 not wanted"
        return "250 taken"


def check(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"hebra", b"secreto"))


async def serve(context):
    extra = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": check} if context else {}
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)  # connections cut on purpose
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler(), **extra), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


logging.disable(logging.CRITICAL)  # refusals are what is tested
context = None
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
try:
    asyncio.run(serve(context))
except KeyboardInterrupt:
    pass
