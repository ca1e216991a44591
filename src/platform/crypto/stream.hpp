// Sealed streams: content of any length, piece by piece, so that nothing large is held in memory. XChaCha20-Poly1305 with
// libsodium's secretstream: pieces cannot be altered, left out, swapped or cut off at the end without being noticed.
#pragma once
#include <memory>
#include <optional>

#include "base/bytes.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::crypto {

/// What each sealed piece is larger by.
inline constexpr std::size_t k_piece_overhead = 17;
/// What a stream begins with. Not secret.
inline constexpr std::size_t k_stream_header = 24;

class StreamSealer {
  public:
    explicit StreamSealer(const Key& key);
    StreamSealer(StreamSealer&&) noexcept;
    ~StreamSealer();

    const Bytes& header() const { return header_; }
    /// @param is_last nothing may follow; a stream without a last piece counts as cut off
    Bytes seal(BytesView piece, BytesView associated, bool is_last);

  private:
    struct State;
    std::unique_ptr<State> state_;
    Bytes header_;
};

struct Piece {
    Bytes plain;
    bool is_last;
};

class StreamOpener {
  public:
    /// Throws std::invalid_argument unless the header has its size.
    StreamOpener(const Key& key, BytesView header);
    StreamOpener(StreamOpener&&) noexcept;
    ~StreamOpener();

    /// The next piece; nullopt when a byte of it or its place was altered, or the key is another.
    std::optional<Piece> open(BytesView sealed, BytesView associated);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hebra::crypto
