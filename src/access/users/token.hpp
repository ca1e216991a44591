// How the tokens of sessions and links are kept: under a key that is not in the database.
#pragma once
#include <string>

#include "access/keys/vault.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::access {

/// What a row holds instead of the token itself. Whoever can write the database and lacks the master key makes none, nor moves
/// one to another purpose.
/// @param purpose table and column
inline Bytes kept_token(const Vault& vault, std::string_view purpose, std::string_view token) {
    return crypto::mac(vault.accounts(), bytes_of(std::string(purpose) + ":" + std::string(token)));
}

inline constexpr std::string_view k_session_token = "session.token_hash";
inline constexpr std::string_view k_password_token = "password_token.token_hash";
inline constexpr std::string_view k_invitation_token = "invitation.token_hash";

}  // namespace hebra::access
