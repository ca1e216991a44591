#include "platform/crypto/hash.hpp"

#include <array>
#include <stdexcept>
#include <string>

#include "platform/crypto/keyed.hpp"
#include "platform/crypto/sodium.hpp"

namespace hebra::crypto {
namespace {

constexpr std::size_t k_hash_size = 32;

/// BLAKE2b's personalisation: exactly 16 bytes.
const char* personal(Domain domain) {
    switch (domain) {
        case Domain::derive: return "hebra.derive....";
        case Domain::blind: return "hebra.blind.....";
        case Domain::blind16: return "hebra.blind16...";
    }
    throw std::logic_error("unknown domain");
}

void require(int result) {
    if (result != 0) throw std::logic_error("BLAKE2b was asked for an impossible size");
}

/// purpose ‖ value cannot be read two ways: the purpose's length goes first.
void blind_into(const Key& key, Domain domain, std::string_view purpose, std::string_view value,
                std::span<std::uint8_t> out) {
    if (purpose.size() > 255) throw std::invalid_argument("a purpose has at most 255 bytes");
    std::string joined;
    joined.reserve(1 + purpose.size() + value.size());
    joined.push_back(static_cast<char>(purpose.size()));
    joined.append(purpose).append(value);
    keyed_hash(key, domain, bytes_of(joined), out);
    sodium_memzero(joined.data(), joined.size());
}

}  // namespace

void keyed_hash(const Key& key, Domain domain, BytesView content, std::span<std::uint8_t> out) {
    const auto secret = key.reveal();
    require(crypto_generichash_blake2b_salt_personal(out.data(), out.size(), content.data(), content.size(),
                                                     secret.data(), secret.size(), nullptr,
                                                     reinterpret_cast<const unsigned char*>(personal(domain))));
}

Bytes hash(BytesView content) {
    Bytes out(k_hash_size);
    require(crypto_generichash(out.data(), out.size(), content.data(), content.size(), nullptr, 0));
    return out;
}

Bytes mac(const Key& key, BytesView content) {
    Bytes out(k_hash_size);
    const auto secret = key.reveal();
    require(crypto_generichash(out.data(), out.size(), content.data(), content.size(), secret.data(), secret.size()));
    return out;
}

bool same(BytesView a, BytesView b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

struct Hasher::State {
    crypto_generichash_state blake;
    ~State() { sodium_memzero(&blake, sizeof blake); }
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
    require(crypto_generichash_init(&state_->blake, nullptr, 0, k_hash_size));
}

Hasher::Hasher(const Key& key) : state_(std::make_unique<State>()) {
    const auto secret = key.reveal();
    require(crypto_generichash_init(&state_->blake, secret.data(), secret.size(), k_hash_size));
}

Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;
Hasher::~Hasher() = default;

Hasher& Hasher::add(BytesView piece) {
    if (!state_) throw std::logic_error("this hash was already finished");
    require(crypto_generichash_update(&state_->blake, piece.data(), piece.size()));
    return *this;
}

Bytes Hasher::finish() {
    if (!state_) throw std::logic_error("this hash was already finished");
    Bytes out(k_hash_size);
    require(crypto_generichash_final(&state_->blake, out.data(), out.size()));
    state_.reset();
    return out;
}

Bytes blind(const Key& key, std::string_view purpose, std::string_view value) {
    Bytes out(16);
    blind_into(key, Domain::blind, purpose, value, out);
    return out;
}

std::uint16_t blind16(const Key& key, std::string_view purpose, std::string_view value) {
    std::array<std::uint8_t, 16> out;  // BLAKE2b gives no fewer than 16 bytes here
    blind_into(key, Domain::blind16, purpose, value, out);
    return static_cast<std::uint16_t>(out[0] << 8 | out[1]);
}

}  // namespace hebra::crypto
