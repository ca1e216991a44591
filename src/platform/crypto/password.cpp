#include "platform/crypto/password.hpp"

#include <array>
#include <cerrno>
#include <new>

#include <fmt/format.h>

#include "platform/crypto/sodium.hpp"

namespace hebra::crypto {
namespace {

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
constexpr unsigned long long k_passes = 2;
constexpr std::size_t k_memory = std::size_t{19} * 1024 * 1024;

/// A hash that no password has, at today's costs.
std::string nobody() {
    return fmt::format("$argon2id$v=19$m={},t={},p=1$Cp13Cb6XoM1RAEYB2TeXZg$dTNCr1YWKvCQ37MKxXs8IqRiUW9mT91MgRVuLKrmj98",
                       k_memory / 1024, k_passes);
}

/// libsodium says "no" alike to another password, a broken hash and a lack of memory; only the last is our fault.
bool matches(std::string_view password, const std::string& stored) {
    if (crypto_pwhash_str_needs_rehash(stored.c_str(), k_passes, k_memory) < 0) return false;
    errno = 0;
    if (crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0) return true;
    if (errno != EINVAL) throw std::bad_alloc();
    return false;
}

}  // namespace

/// A place at work, or the knowledge that there is none. Tickets are numbered as they come; the first of those not yet
/// finished work, as many as there are threads.
class PasswordPool::Turn {
  public:
    explicit Turn(PasswordPool& pool) : pool_(pool) {
        std::unique_lock lock(pool_.mutex_);
        if (pool_.admitted_ - pool_.finished_ >= pool_.limits_.threads + pool_.limits_.queue) return;
        const auto ticket = pool_.admitted_++;
        came_ = true;
        pool_.finished_one_.wait(lock, [&] { return ticket < pool_.finished_ + pool_.limits_.threads; });
    }
    ~Turn() {
        if (!came_) return;
        {
            const std::lock_guard lock(pool_.mutex_);
            ++pool_.finished_;
        }
        pool_.finished_one_.notify_all();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool came() const { return came_; }

  private:
    PasswordPool& pool_;
    bool came_ = false;
};

Result<std::string> PasswordPool::hash(std::string_view password) {
    const Turn turn(*this);
    if (!turn.came()) return refuse(Refused::unavailable, words::k_sign_in_busy);
    std::array<char, crypto_pwhash_STRBYTES> text;
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), k_passes, k_memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return std::string(text.data());
}

Result<bool> PasswordPool::verify(std::string_view password, const std::string& stored) {
    const Turn turn(*this);
    if (!turn.came()) return refuse(Refused::unavailable, words::k_sign_in_busy);
    return matches(password, stored);
}

Result<bool> PasswordPool::verify_nobody(std::string_view password) {
    HEBRA_CHECK(verify(password, nobody()));
    return false;
}

bool needs_rehash(const std::string& stored) {
    return crypto_pwhash_str_needs_rehash(stored.c_str(), k_passes, k_memory) != 0;
}

}  // namespace hebra::crypto
