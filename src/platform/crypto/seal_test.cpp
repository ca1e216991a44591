#include "platform/crypto/seal.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace hebra::crypto {
namespace {

const auto k_row = *Uuid::parse("01890000-0000-7000-8000-000000000001");
const auto k_other_row = *Uuid::parse("01890000-0000-7000-8000-000000000002");
const Context k_context{"person", "first_surname", k_row, 1};

Key fixed_key(std::uint8_t fill) {
    return Key::from(Bytes(Key::k_size, fill));
}

TEST(Seal, opens_what_it_sealed_at_every_length) {
    const auto key = fixed_key(1);
    for (std::size_t length = 0; length < 700; ++length) {
        const Bytes plain(length, length % 2 == 0 ? 0 : 0x80);  // the two bytes padding is made of
        for (const auto padding : {Padding::bucket, Padding::none})
            ASSERT_EQ(open(key, seal(key, plain, k_context, padding), k_context), plain) << length;
    }
    EXPECT_EQ(open_text(key, seal(key, "Peñalolén", k_context), k_context), Private("Peñalolén"));
    EXPECT_EQ(open_text(key, seal(key, Private(""), k_context), k_context), Private(""));
}

TEST(Seal, opens_what_an_independent_program_sealed) {
    // Made in Python (HChaCha20 by hand, ChaCha20-Poly1305 from another library): stored fields must open for ever.
    Bytes bytes(Key::k_size);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    const auto key = Key::from(bytes);
    const auto padded = *from_hex(
        "01404142434445464748494a4b4c4d4e4f5051525354555657845cc6c1b18c167a4c5de93eaf9c659292baadc41359539a6a31fd45090423"
        "9016f9026e55928410ffb2f44c0adadaf19b6b7de86f85b49cb6fc08f413b24c548625a6360ecb63248248d05c5d7dd898");
    const auto exact = *from_hex(
        "02404142434445464748494a4b4c4d4e4f5051525354555657845cc6c1b18c167a4c5de94849ffb813e1e2c3020b3001c4b05369");
    const auto wrapped = *from_hex(
        "03404142434445464748494a4b4c4d4e4f5051525354555657b05c6317b889137de399e9d1dfed17e1e6cfdbb36b2029e1164c833a8985a1"
        "1374fbba747a05429c1d15092ed1791fea");
    EXPECT_EQ(open_text(key, padded, k_context), Private("Peñalolén"));
    EXPECT_EQ(open_text(key, exact, k_context), Private("Peñalolén"));
    const auto inner = unwrap(key, wrapped, k_context);
    ASSERT_TRUE(inner);
    EXPECT_EQ(inner->reveal().front(), 100);
    EXPECT_EQ(inner->reveal().back(), 131);
}

TEST(Seal, an_altered_byte_anywhere_does_not_open) {
    const auto key = fixed_key(1);
    for (const auto padding : {Padding::bucket, Padding::none}) {
        const auto sealed = seal(key, bytes_of("María"), k_context, padding);
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            for (const int flip : {0x01, 0x02, 0x03, 0x80}) {  // 1, 2 and 3 turn one format into another
                auto altered = sealed;
                altered[i] = static_cast<std::uint8_t>(altered[i] ^ flip);
                EXPECT_EQ(open(key, altered, k_context), std::nullopt) << "byte " << i;
            }
        }
        for (std::size_t length = 0; length < sealed.size(); ++length)
            EXPECT_EQ(open(key, BytesView(sealed).first(length), k_context), std::nullopt) << length;
        auto longer = sealed;
        longer.push_back(0);
        EXPECT_EQ(open(key, longer, k_context), std::nullopt);
    }
}

TEST(Seal, opens_only_in_its_own_place_and_with_its_own_key) {
    const auto key = fixed_key(1);
    const auto sealed = seal(key, "María", k_context);
    EXPECT_EQ(open(fixed_key(2), sealed, k_context), std::nullopt);
    for (const Context& elsewhere : {Context{"contact", "first_surname", k_row, 1},
                                     Context{"person", "second_surname", k_row, 1},
                                     Context{"person", "first_surname", k_other_row, 1},
                                     Context{"person", "first_surname", k_row, 2},
                                     Context{"personf", "irst_surname", k_row, 1}})
        EXPECT_EQ(open(key, sealed, elsewhere), std::nullopt) << elsewhere.table << '.' << elsewhere.column;
}

TEST(Seal, swapped_ciphertexts_do_not_open) {
    const auto key = fixed_key(1);
    const Context other{"person", "first_surname", k_other_row, 1};
    const auto one = seal(key, "Soto", k_context);
    const auto two = seal(key, "Rojas", other);
    EXPECT_EQ(open(key, two, k_context), std::nullopt);
    EXPECT_EQ(open(key, one, other), std::nullopt);
}

TEST(Seal, never_repeats_itself) {
    const auto key = fixed_key(1);
    std::set<Bytes> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(seal(key, "Soto", k_context));
    EXPECT_EQ(seen.size(), 1000u);
}

TEST(Context, tells_every_place_apart) {
    const std::set<Bytes> all{
        Context{"a", "bc", k_row, 1}.associated(), Context{"ab", "c", k_row, 1}.associated(),
        Context{"", "abc", k_row, 1}.associated(), Context{"abc", "", k_row, 1}.associated(),
        Context{"a", "bc", k_other_row, 1}.associated(), Context{"a", "bc", k_row, 256}.associated()};
    EXPECT_EQ(all.size(), 6u);
}

TEST(Padding, hides_the_length_of_short_values) {
    const auto key = fixed_key(1);
    EXPECT_EQ(seal(key, "Ana", k_context).size(), seal(key, "+56 9 0000 0001", k_context).size());
    EXPECT_EQ(seal(key, "", k_context).size(), seal(key, std::string(63, 'x'), k_context).size());
    EXPECT_NE(seal(key, "", k_context).size(), seal(key, std::string(64, 'x'), k_context).size());
}

TEST(Padding, buckets_grow_and_waste_little) {
    const std::pair<std::size_t, std::size_t> edges[] = {{0, 64},     {63, 64},   {64, 128},    {127, 128},
                                                         {128, 256},  {511, 512}, {512, 576},   {575, 576},
                                                         {576, 640},  {1023, 1024}, {1024, 1152}, {8191, 8192}};
    for (const auto& [length, bucket] : edges) EXPECT_EQ(bucket_size(length), bucket) << length;
    for (std::size_t length = 0; length < 300'000; length += 7) {
        const auto bucket = bucket_size(length);
        ASSERT_GT(bucket, length);
        ASSERT_LE(bucket, bucket_size(length + 7));
        if (length >= 512) ASSERT_LE(bucket, length + length / 8 + 1);
    }
}

TEST(Wrap, gives_the_key_back_and_only_by_unwrap) {
    const auto outer = fixed_key(1);
    const auto inner = Key::random();
    const auto wrapped = wrap(outer, inner, k_context);
    const auto back = unwrap(outer, wrapped, k_context);
    ASSERT_TRUE(back);
    EXPECT_EQ(Bytes(back->reveal().begin(), back->reveal().end()), Bytes(inner.reveal().begin(), inner.reveal().end()));
    EXPECT_EQ(open(outer, wrapped, k_context), std::nullopt);
    EXPECT_FALSE(unwrap(fixed_key(2), wrapped, k_context));
    EXPECT_FALSE(unwrap(outer, wrapped, Context{"institution", "key", k_row, 1}));
    EXPECT_FALSE(unwrap(outer, seal(outer, inner.reveal(), k_context, Padding::none), k_context));
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        auto altered = wrapped;
        altered[i] ^= 1;
        EXPECT_FALSE(unwrap(outer, altered, k_context)) << i;
    }
}

}  // namespace
}  // namespace hebra::crypto
