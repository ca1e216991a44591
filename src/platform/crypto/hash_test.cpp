#include "platform/crypto/hash.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace hebra::crypto {
namespace {

Key counting_key() {
    Bytes bytes(Key::k_size);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    return Key::from(bytes);
}

// The expected values of this file were made with Python's hashlib.blake2b.

TEST(Hash, is_blake2b_256) {
    EXPECT_EQ(to_hex(hash(bytes_of("hebra"))), "11b0ee2c92f752cd21516ee6eb2094b6136fd9a2f9ccc4d6ba59df80aa429452");
    EXPECT_EQ(to_hex(hash({})), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST(Hash, macs_are_keyed_blake2b) {
    EXPECT_EQ(to_hex(mac(counting_key(), bytes_of("hebra"))),
              "82afb0d8e9982cd996ef35d7e5547f28f8aae168daed8e4a92de56832f1a6d82");
    EXPECT_NE(mac(Key::random(), bytes_of("hebra")), mac(counting_key(), bytes_of("hebra")));
}

TEST(Hash, derived_and_blind_values_stay_what_they_are) {
    EXPECT_EQ(to_hex(derive(counting_key(), "audit.1").reveal()),
              "c58cc988b97da3d55c77a393e54bccd7648d1d471d77532df20b9d57051b155a");
    EXPECT_EQ(to_hex(blind(counting_key(), "person", "soto")), "4eab0f888a7ac55b28e6492b38362c0f");
    EXPECT_EQ(blind16(counting_key(), "person", "soto"), 0x86df);
}

TEST(Hasher, pieces_give_the_same_as_the_whole) {
    const auto key = counting_key();
    const Bytes whole(1000, 'x');
    for (const std::size_t cut : {0, 1, 127, 128, 129, 1000}) {
        const BytesView view(whole);
        EXPECT_EQ(Hasher().add(view.first(cut)).add(view.subspan(cut)).finish(), hash(whole)) << cut;
        EXPECT_EQ(Hasher(key).add(view.first(cut)).add(view.subspan(cut)).finish(), mac(key, whole)) << cut;
    }
    Hasher used;
    used.finish();
    EXPECT_THROW(used.finish(), std::logic_error);
    EXPECT_THROW(used.add({}), std::logic_error);
}

TEST(Blind, the_same_value_meets_itself_only_under_its_key_and_purpose) {
    const auto key = counting_key();
    EXPECT_EQ(blind(key, "run", "12345678-5"), blind(key, "run", "12345678-5"));
    const std::set<Bytes> all{blind(key, "run", "12345678-5"), blind(key, "phone", "12345678-5"),
                              blind(key, "ru", "n12345678-5"), blind(key, "", "run12345678-5"),
                              blind(Key::random(), "run", "12345678-5"), blind(key, "run", "")};
    EXPECT_EQ(all.size(), 6u);
    EXPECT_EQ(blind(key, "run", "").size(), 16u);
    EXPECT_THROW(blind(key, std::string(256, 'x'), ""), std::invalid_argument);
}

TEST(Blind, the_short_one_is_not_the_beginning_of_the_long_one) {
    const auto key = counting_key();
    int equal = 0;
    for (int i = 0; i < 50; ++i) {
        const auto value = std::to_string(i);
        const auto whole = blind(key, "surname", value);
        equal += blind16(key, "surname", value) == (whole[0] << 8 | whole[1]);
    }
    EXPECT_LT(equal, 3);
}

TEST(Same, compares_content_and_length) {
    EXPECT_TRUE(same({}, {}));
    EXPECT_TRUE(same(bytes_of("abc"), bytes_of("abc")));
    EXPECT_FALSE(same(bytes_of("abc"), bytes_of("abd")));
    EXPECT_FALSE(same(bytes_of("abc"), bytes_of("abcd")));
}

}  // namespace
}  // namespace hebra::crypto
