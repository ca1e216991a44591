#include "platform/crypto/seal.hpp"

#include <algorithm>
#include <bit>

#include "platform/crypto/sodium.hpp"

namespace hebra::crypto {
namespace {

constexpr std::size_t k_nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t k_tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t k_overhead = 1 + k_nonce + k_tag;
constexpr std::uint8_t k_pad_mark = 0x80;  // ISO/IEC 7816-4: a mark, then zeros

/// The first byte. Bound into the tag, so that a value cannot be reread as another format.
enum class Format : std::uint8_t { padded = 1, exact = 2, key = 3 };

Bytes bound(Format format, BytesView associated) {
    Bytes out;
    out.reserve(1 + associated.size());
    out.push_back(static_cast<std::uint8_t>(format));
    out.insert(out.end(), associated.begin(), associated.end());
    return out;
}

Bytes seal_as(Format format, const Key& key, BytesView plain, BytesView associated) {
    const auto size = format == Format::padded ? bucket_size(plain.size()) : plain.size();
    Bytes out(k_overhead + size);
    out[0] = static_cast<std::uint8_t>(format);
    fill_random(std::span(out).subspan(1, k_nonce));

    // Encrypted in place: the plain text is never copied to memory that outlives this call unencrypted.
    auto* const body = out.data() + 1 + k_nonce;
    std::ranges::copy(plain, body);
    if (format == Format::padded) body[plain.size()] = k_pad_mark;
    const auto extra = bound(format, associated);
    crypto_aead_xchacha20poly1305_ietf_encrypt(body, nullptr, body, size, extra.data(), extra.size(), nullptr,
                                               out.data() + 1, key.reveal().data());
    return out;
}

bool looks_like(Format format, BytesView sealed) {
    return sealed.size() >= k_overhead && sealed[0] == static_cast<std::uint8_t>(format);
}

/// Decrypts into `out`, whose size is that of the padded plain text. False when anything is not as it was sealed.
bool open_as(Format format, const Key& key, BytesView sealed, BytesView associated, std::uint8_t* out) {
    const auto extra = bound(format, associated);
    const auto body = sealed.subspan(1 + k_nonce);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(out, nullptr, nullptr, body.data(), body.size(), extra.data(),
                                                      extra.size(), sealed.data() + 1, key.reveal().data()) == 0;
}

std::size_t length_without_padding(BytesView padded) {
    auto end = padded.size();
    while (end > 0 && padded[end - 1] == 0) --end;
    return end - 1;  // the mark: authenticated, so it is there
}

/// The plain text in a Bytes or a std::string.
template <class Container>
std::optional<Container> open_into(const Key& key, BytesView sealed, BytesView associated) {
    const auto format = looks_like(Format::padded, sealed) ? Format::padded : Format::exact;
    if (!looks_like(format, sealed)) return std::nullopt;

    Container plain(sealed.size() - k_overhead, 0);
    auto* const start = reinterpret_cast<std::uint8_t*>(plain.data());
    if (!open_as(format, key, sealed, associated, start)) return std::nullopt;
    if (format == Format::padded) plain.resize(length_without_padding({start, plain.size()}));
    return plain;
}

void put_number(Bytes& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(number >> shift));
}

void put_text(Bytes& out, std::string_view text) {
    put_number(out, static_cast<std::uint32_t>(text.size()));
    out.insert(out.end(), text.begin(), text.end());
}

}  // namespace

Bytes Context::associated() const {
    Bytes out;
    out.reserve(12 + table.size() + column.size() + row.bytes.size());
    put_text(out, table);
    put_text(out, column);
    out.insert(out.end(), row.bytes.begin(), row.bytes.end());
    put_number(out, key_version);
    return out;
}

std::size_t bucket_size(std::size_t length) {
    const auto needed = length + 1;  // the mark
    if (needed <= 64) return 64;
    if (needed <= 512) return std::bit_ceil(needed);
    const auto step = std::bit_floor(needed) / 8;
    return (needed + step - 1) / step * step;
}

Bytes seal(const Key& key, BytesView plain, BytesView associated, Padding padding) {
    return seal_as(padding == Padding::bucket ? Format::padded : Format::exact, key, plain, associated);
}
Bytes seal(const Key& key, BytesView plain, const Context& context, Padding padding) {
    return seal(key, plain, context.associated(), padding);
}
Bytes seal(const Key& key, std::string_view plain, const Context& context) {
    return seal(key, bytes_of(plain), context);
}
Bytes seal(const Key& key, const Private& plain, const Context& context) {
    return seal(key, bytes_of(plain.reveal()), context);
}

std::optional<Bytes> open(const Key& key, BytesView sealed, BytesView associated) {
    return open_into<Bytes>(key, sealed, associated);
}
std::optional<Bytes> open(const Key& key, BytesView sealed, const Context& context) {
    return open(key, sealed, context.associated());
}
std::optional<Private> open_text(const Key& key, BytesView sealed, const Context& context) {
    auto plain = open_into<std::string>(key, sealed, context.associated());
    if (!plain) return std::nullopt;
    return Private(*std::move(plain));
}

Bytes wrap(const Key& outer, const Key& inner, BytesView associated) {
    return seal_as(Format::key, outer, inner.reveal(), associated);
}
Bytes wrap(const Key& outer, const Key& inner, const Context& context) {
    return wrap(outer, inner, context.associated());
}

std::optional<Key> unwrap(const Key& outer, BytesView wrapped, BytesView associated) {
    if (!looks_like(Format::key, wrapped) || wrapped.size() != k_overhead + Key::k_size) return std::nullopt;
    bool opened = false;
    auto inner = Key::written_by(
        [&](Key::Slot slot) { opened = open_as(Format::key, outer, wrapped, associated, slot.data()); });
    if (!opened) return std::nullopt;
    return inner;
}
std::optional<Key> unwrap(const Key& outer, BytesView wrapped, const Context& context) {
    return unwrap(outer, wrapped, context.associated());
}

}  // namespace hebra::crypto
