#include "platform/crypto/sign.hpp"

#include <gtest/gtest.h>

namespace hebra::crypto {
namespace {

SigningKey from_hex_seed(std::string_view seed) {
    return SigningKey::from_seed(Key::from(*from_hex(seed)));
}

TEST(Sign, agrees_with_rfc_8032) {
    const auto one = from_hex_seed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    EXPECT_EQ(to_hex(one.public_key()), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    EXPECT_EQ(to_hex(one.sign({})), "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39"
                                    "701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    const auto two = from_hex_seed("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    EXPECT_EQ(to_hex(two.public_key()), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    EXPECT_EQ(to_hex(two.sign(Bytes{0x72})), "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e159"
                                             "96e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST(Sign, only_the_signed_message_verifies_under_its_key) {
    const auto key = SigningKey::generate();
    const auto message = bytes_of("checkpoint 17");
    const auto signature = key.sign(message);
    EXPECT_TRUE(verify(key.public_key(), message, signature));
    EXPECT_FALSE(verify(key.public_key(), bytes_of("checkpoint 18"), signature));
    EXPECT_FALSE(verify(SigningKey::generate().public_key(), message, signature));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto altered = signature;
        altered[i] ^= 1;
        EXPECT_FALSE(verify(key.public_key(), message, altered)) << i;
    }
    EXPECT_FALSE(verify({}, message, signature));
    EXPECT_FALSE(verify(key.public_key(), message, BytesView(signature).first(63)));
}

TEST(Sign, the_seed_gives_the_same_pair_back) {
    const auto key = SigningKey::generate();
    const auto again = SigningKey::from_seed(key.seed().clone());
    EXPECT_EQ(again.public_key(), key.public_key());
    EXPECT_EQ(again.sign({}), key.sign({}));
}

}  // namespace
}  // namespace hebra::crypto
