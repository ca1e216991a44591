// The only place that includes libsodium. Not for other rooms.
#pragma once
#include <sodium.h>

#include <stdexcept>

namespace hebra::crypto {

/// Picks the processor's fast implementations before main runs; without it libsodium would fall back to slow ones.
inline const bool k_sodium_ready = [] {
    if (sodium_init() < 0) throw std::runtime_error("libsodium found no source of randomness");
    return true;
}();

}  // namespace hebra::crypto
