// Passwords: the rule for new ones, and their slow hashes (argon2id) on a bounded pool.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hebra::crypto {

namespace words {
inline constexpr Word k_password_short{
    "password_short", "La contraseña debe tener al menos 10 caracteres. Una frase corta sirve.",
    "The password needs at least 10 characters. A short phrase will do."};
inline constexpr Word k_password_long{
    "password_long", "La contraseña es demasiado larga: el máximo son 200 caracteres, y las tildes cuentan doble.",
    "The password is too long: at most 200 characters, and accented ones count twice."};
inline constexpr Word k_password_common{
    "password_common",
    "Esa contraseña es de las primeras que alguien probaría. Elija otra, por ejemplo tres palabras sin relación.",
    "That password is among the first anybody would try. Choose another, such as three unrelated words."};
inline constexpr Word k_password_is_user{
    "password_is_user", "La contraseña no puede ser su nombre de usuario. Elija otra.",
    "The password cannot be your user name. Choose another."};
inline constexpr Word k_sign_in_busy{
    "sign_in_busy", "Hay muchas personas ingresando a la vez. Espere unos segundos y vuelva a intentar.",
    "Many people are signing in at once. Wait a few seconds and try again."};
}  // namespace words

/// Whether a new password may be used. Refuses as `invalid`, without naming a field: the caller knows which it was.
/// The rule follows NIST SP 800-63B-4 §3.1.1.2: length and a list of expected values; no compulsory symbols, no expiry by
/// date, every character allowed. NIST asks 8 characters beside a second factor and 15 without one. Ours are 10 in both
/// cases, because attempts are throttled and each costs 20 ms: below NIST until the second factor is enrolled.
/// @param user the account's name or e-mail; it may not be the password
Result<> check_new_password(std::string_view password, std::string_view user = {});

/// Hashes and checks passwords, so many at a time and no more: each takes 19 MiB and about 20 ms of a processor.
/// Callers wait their turn in order, on their own thread; beyond the queue they are refused (`unavailable`), so that a
/// flood of sign-ins cannot exhaust memory. Keep threads + queue well under the number of workers that serve requests, or
/// the same flood holds them all. Safe to share between threads.
class PasswordPool {
  public:
    struct Limits {
        unsigned threads = 2;  ///< at work at once
        unsigned queue = 64;   ///< waiting
    };

    PasswordPool() = default;
    explicit PasswordPool(Limits limits) : limits_(limits) {}

    /// A PHC string ("$argon2id$v=19$m=19456,t=2,p=1$…"), with its own salt.
    Result<std::string> hash(std::string_view password);
    /// False for another password, and for a stored text that is not an argon2id hash.
    Result<bool> verify(std::string_view password, const std::string& stored);
    /// Costs what `verify` costs and is always false: for a user that does not exist, so that time does not tell.
    Result<bool> verify_nobody(std::string_view password);

  private:
    class Turn;

    Limits limits_;
    std::mutex mutex_;
    std::condition_variable finished_one_;
    std::uint64_t admitted_ = 0;
    std::uint64_t finished_ = 0;
};

/// True when a stored hash was made with other costs than today's: hash again after the next good sign-in.
bool needs_rehash(const std::string& stored);

}  // namespace hebra::crypto
