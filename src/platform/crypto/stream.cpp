#include "platform/crypto/stream.hpp"

#include <stdexcept>

#include "platform/crypto/sodium.hpp"

namespace hebra::crypto {

static_assert(k_piece_overhead == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(k_stream_header == crypto_secretstream_xchacha20poly1305_HEADERBYTES);

struct StreamSealer::State {
    crypto_secretstream_xchacha20poly1305_state stream;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

StreamSealer::StreamSealer(const Key& key) : state_(std::make_unique<State>()), header_(k_stream_header) {
    crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, header_.data(), key.reveal().data());
}
StreamSealer::StreamSealer(StreamSealer&&) noexcept = default;
StreamSealer::~StreamSealer() = default;

Bytes StreamSealer::seal(BytesView piece, BytesView associated, bool is_last) {
    Bytes sealed(piece.size() + k_piece_overhead);
    const unsigned char tag = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                      : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(&state_->stream, sealed.data(), nullptr, piece.data(), piece.size(),
                                               associated.data(), associated.size(), tag);
    return sealed;
}

struct StreamOpener::State {
    crypto_secretstream_xchacha20poly1305_state stream;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

StreamOpener::StreamOpener(const Key& key, BytesView header) : state_(std::make_unique<State>()) {
    if (header.size() != k_stream_header) throw std::invalid_argument("a stream's header has 24 bytes");
    crypto_secretstream_xchacha20poly1305_init_pull(&state_->stream, header.data(), key.reveal().data());
}
StreamOpener::StreamOpener(StreamOpener&&) noexcept = default;
StreamOpener::~StreamOpener() = default;

std::optional<Piece> StreamOpener::open(BytesView sealed, BytesView associated) {
    if (sealed.size() < k_piece_overhead) return std::nullopt;
    Piece piece{.plain = Bytes(sealed.size() - k_piece_overhead), .is_last = false};
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state_->stream, piece.plain.data(), nullptr, &tag, sealed.data(), sealed.size(),
                                                   associated.data(), associated.size()) != 0)
        return std::nullopt;
    piece.is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return piece;
}

}  // namespace hebra::crypto
