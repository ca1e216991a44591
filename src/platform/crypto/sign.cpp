#include "platform/crypto/sign.hpp"

#include <algorithm>
#include <array>

#include "platform/crypto/sodium.hpp"

namespace hebra::crypto {

SigningKey SigningKey::generate() {
    return from_seed(Key::random());
}

SigningKey SigningKey::from_seed(Key seed) {
    Bytes public_key(crypto_sign_PUBLICKEYBYTES);
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> pair;
    crypto_sign_seed_keypair(public_key.data(), pair.data(), seed.reveal().data());
    sodium_memzero(pair.data(), pair.size());
    return {std::move(seed), std::move(public_key)};
}

Bytes SigningKey::sign(BytesView message) const {
    // libsodium's secret key is the seed followed by the public key; it exists only during the call.
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> pair;
    const auto middle = std::ranges::copy(seed_.reveal(), pair.begin()).out;
    std::ranges::copy(public_key_, middle);
    Bytes signature(crypto_sign_BYTES);
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), pair.data());
    sodium_memzero(pair.data(), pair.size());
    return signature;
}

bool verify(BytesView public_key, BytesView message, BytesView signature) {
    if (public_key.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) return false;
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), public_key.data()) == 0;
}

}  // namespace hebra::crypto
