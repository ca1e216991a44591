// The six digits of an authenticator application (TOTP, RFC 6238: SHA-1, 30 seconds, 6 digits).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/time.hpp"

namespace hebra::crypto::totp {

/// 20 random bytes (RFC 4226 §4 asks for 160 bits). Keep them sealed.
Bytes make_secret();

/// RFC 4648 base32, without padding: what a person types when the QR cannot be read.
std::string to_base32(BytesView secret);

/// The link inside the QR. `issuer` and `account` may hold any text; they are escaped.
std::string uri(BytesView secret, std::string_view issuer, std::string_view account);

/// The 30-second step a moment belongs to.
std::int64_t step_of(Time now);
/// The six digits of a step.
std::string code(BytesView secret, std::int64_t step);

/// The step whose code was typed, if it is the current one or a neighbour (clocks drift) and later than the last one
/// used. Store the returned step, by a conditional write: a code is good once, also when two requests race.
/// @param typed digits, spaces allowed
/// @param last_step_used 0 when none was ever used
std::optional<std::int64_t> verify(BytesView secret, std::string_view typed, Time now, std::int64_t last_step_used);

}  // namespace hebra::crypto::totp
