// What an e-mail of ours is: plain text to one person, marked as written by a program. Pure: no network, no clock.
#pragma once
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/id.hpp"
#include "base/private.hpp"
#include "base/time.hpp"

namespace hebra::mail {

/// Whether something can be written to: one '@', a dotted domain or `localhost`, and nothing that could begin another header
/// or another recipient. ASCII only: our servers do not ask for SMTPUTF8.
bool is_address(std::string_view text);

/// What one person reads. The subject travels in the clear through every server on the way, and comes back in bounces: code
/// and act, never a name, a topic or an institution that attends people.
struct Letter {
    Private to;
    std::string subject;
    Private body;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (to, subject, body))

/// The letter as RFC 5322 wants it on the wire: encoded subject (RFC 2047), quoted-printable body, its own Message-ID, and
/// `Auto-Submitted: auto-generated` (RFC 3834) so that no holiday answer comes back. Lines end in CRLF.
/// @param from an address; its domain names the Message-ID
/// Throws std::logic_error if an address is none: whoever stores it checks it.
std::string wire_text(const Letter& letter, std::string_view from, const Uuid& id, Time at);

/// The part after the '@'.
std::string_view domain_of(std::string_view address);

}  // namespace hebra::mail
