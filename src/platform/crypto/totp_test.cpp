#include "platform/crypto/totp.hpp"

#include <gtest/gtest.h>

namespace hebra::crypto::totp {
namespace {

const auto k_secret = bytes_of("12345678901234567890");

Time at(std::int64_t seconds) {
    return from_micros(seconds * 1'000'000);
}

TEST(Totp, agrees_with_rfc_6238) {
    // Appendix B gives eight digits; six are the last of them.
    const std::pair<std::int64_t, const char*> vectors[] = {{59, "287082"},         {1111111109, "081804"},
                                                            {1111111111, "050471"}, {1234567890, "005924"},
                                                            {2000000000, "279037"}, {20000000000, "353130"}};
    for (const auto& [seconds, digits] : vectors) EXPECT_EQ(code(k_secret, step_of(at(seconds))), digits) << seconds;
}

TEST(Totp, agrees_with_rfc_4226) {
    const char* vectors[] = {"755224", "287082", "359152", "969429", "338314",
                             "254676", "287922", "162583", "399871", "520489"};
    for (std::int64_t step = 0; step < 10; ++step) EXPECT_EQ(code(k_secret, step), vectors[step]);
}

TEST(Totp, accepts_one_step_of_drift_and_no_more) {
    const auto now = at(1'700'000'010);
    const auto step = step_of(now);
    for (const int drift : {-1, 0, 1}) EXPECT_EQ(verify(k_secret, code(k_secret, step + drift), now, 0), step + drift);
    for (const int drift : {-2, 2}) EXPECT_EQ(verify(k_secret, code(k_secret, step + drift), now, 0), std::nullopt);
}

TEST(Totp, a_code_is_good_once) {
    const auto now = at(1'700'000'010);
    const auto step = step_of(now);
    const auto used = verify(k_secret, code(k_secret, step), now, step - 1);
    ASSERT_EQ(used, step);
    EXPECT_EQ(verify(k_secret, code(k_secret, step), now, *used), std::nullopt);
    EXPECT_EQ(verify(k_secret, code(k_secret, step - 1), now, *used), std::nullopt);  // nor an older one afterwards
    EXPECT_EQ(verify(k_secret, code(k_secret, step + 1), now, *used), step + 1);
}

TEST(Totp, reads_spaces_and_nothing_else) {
    const auto now = at(59);
    EXPECT_EQ(verify(k_secret, "287 082", now, 0), 1);
    for (const auto* typed : {"", "28708", "2870820", "28708a", "287-082", "0287082", "\xEF\xBC\x92" "87082"})
        EXPECT_EQ(verify(k_secret, typed, now, 0), std::nullopt) << typed;
}

TEST(Totp, spells_secrets_as_rfc_4648) {
    const std::pair<const char*, const char*> vectors[] = {{"", ""},           {"f", "MY"},         {"fo", "MZXQ"},
                                                           {"foo", "MZXW6"},   {"foob", "MZXW6YQ"}, {"fooba", "MZXW6YTB"},
                                                           {"foobar", "MZXW6YTBOI"}};
    for (const auto& [text, spelled] : vectors) EXPECT_EQ(to_base32(bytes_of(text)), spelled);
}

TEST(Totp, its_link_escapes_names) {
    EXPECT_EQ(uri(k_secret, "Hebra: Línea", "ana@linea.demo"),
              "otpauth://totp/Hebra%3A%20L%C3%ADnea:ana%40linea.demo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Hebra%3A%20L%C3%ADnea&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(make_secret().size(), 20u);
}

}  // namespace
}  // namespace hebra::crypto::totp
