// Signatures (Ed25519, RFC 8032): anybody can check them, only the holder of the key can make them.
#pragma once
#include "base/bytes.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::crypto {

class SigningKey {
  public:
    static SigningKey generate();
    /// The same seed gives the same pair: keep it wrapped.
    static SigningKey from_seed(Key seed);

    const Key& seed() const { return seed_; }
    /// 32 bytes, to be given away.
    const Bytes& public_key() const { return public_key_; }
    /// 64 bytes.
    Bytes sign(BytesView message) const;

  private:
    SigningKey(Key seed, Bytes public_key) : seed_(std::move(seed)), public_key_(std::move(public_key)) {}

    Key seed_;
    Bytes public_key_;
};

/// False for another message or key, and for a key or signature of an impossible size.
bool verify(BytesView public_key, BytesView message, BytesView signature);

}  // namespace hebra::crypto
