#include "platform/crypto/stream.hpp"

#include <gtest/gtest.h>

namespace hebra::crypto {
namespace {

const Key& key() {
    static const Key key = Key::from(Bytes(Key::k_size, 5));
    return key;
}

/// "uno", "dos", and an empty last piece.
struct Sealed {
    Bytes header;
    std::vector<Bytes> pieces;
};
Sealed sealed() {
    StreamSealer sealer(key());
    std::vector<Bytes> pieces;
    for (const std::string_view text : {"uno", "dos"}) pieces.push_back(sealer.seal(bytes_of(text), bytes_of("prueba"), false));
    pieces.push_back(sealer.seal({}, bytes_of("prueba"), true));
    return {sealer.header(), std::move(pieces)};
}

TEST(Stream, opens_in_order_and_says_which_piece_is_the_last) {
    const auto [header, pieces] = sealed();
    StreamOpener opener(key(), header);
    const auto one = opener.open(pieces[0], bytes_of("prueba"));
    ASSERT_TRUE(one);
    EXPECT_EQ(text_of(one->plain), "uno");
    EXPECT_FALSE(one->is_last);
    EXPECT_EQ(text_of(opener.open(pieces[1], bytes_of("prueba"))->plain), "dos");
    EXPECT_TRUE(opener.open(pieces[2], bytes_of("prueba"))->is_last);
}

TEST(Stream, notices_each_altered_byte_and_pieces_left_out_or_of_another_key) {
    const auto [header, pieces] = sealed();
    for (std::size_t at = 0; at < pieces[0].size(); ++at) {
        auto altered = pieces[0];
        altered[at] ^= 1;
        EXPECT_FALSE(StreamOpener(key(), header).open(altered, bytes_of("prueba"))) << at;
    }
    EXPECT_FALSE(StreamOpener(key(), header).open(pieces[1], bytes_of("prueba"))) << "the first was left out";
    EXPECT_FALSE(StreamOpener(key(), header).open(pieces[0], bytes_of("otra"))) << "another purpose";
    EXPECT_FALSE(StreamOpener(Key::random(), header).open(pieces[0], bytes_of("prueba"))) << "another key";
    EXPECT_FALSE(StreamOpener(key(), header).open({}, bytes_of("prueba")));
}

}  // namespace
}  // namespace hebra::crypto
