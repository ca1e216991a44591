#include "platform/crypto/password.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <latch>
#include <limits>
#include <thread>
#include <vector>

namespace hebra::crypto {
namespace {

std::string_view refusal(std::string_view password, std::string_view user = {}) {
    const auto checked = check_new_password(password, user);
    return checked ? std::string_view("accepted") : checked.error().word.code;
}

TEST(PasswordRule, counts_characters_and_not_bytes) {
    EXPECT_EQ(refusal("tulipanes"), "password_short");
    EXPECT_EQ(refusal("ñandúñand"), "password_short");  // nine characters, twelve bytes
    EXPECT_EQ(refusal("ñandú y pá"), "accepted");
    EXPECT_EQ(refusal("hebra-demo"), "accepted");
    EXPECT_EQ(refusal("tres palabras sin nada que ver"), "accepted");
    EXPECT_EQ(refusal(""), "password_short");
}

TEST(PasswordRule, has_a_ceiling) {
    std::string phrase;
    while (phrase.size() < 200) phrase += "una frase larga y ";
    EXPECT_EQ(refusal(phrase.substr(0, 200)), "accepted");
    EXPECT_EQ(refusal(phrase.substr(0, 200) + "x"), "password_long");
}

TEST(PasswordRule, refuses_what_anybody_would_try_first) {
    for (const auto* password :
         {"contraseña", "Contraseña1", "CONTRASENA-2026", "12345678901", "9876543210", "0123456789", "password123",
          "Hebra2026!!", "hebra.hebra", "aaaaaaaaaa", "1212121212", "qwertyuiop", "abcdefghijkl", "salud mental",
          "Santiago 2026", "teamoteamo", "1q2w3e4r5t"})
        EXPECT_EQ(refusal(password), "password_common") << password;
}

TEST(PasswordRule, refuses_the_account_itself) {
    EXPECT_EQ(refusal("recepcionista", "recepcionista@cesfam.demo"), "password_is_user");
    EXPECT_EQ(refusal("Recepcionista2026", "recepcionista@cesfam.demo"), "password_is_user");
    EXPECT_EQ(refusal("recepcionista@cesfam.demo", "recepcionista@cesfam.demo"), "password_is_user");
    EXPECT_EQ(refusal("la recepcionista azul", "recepcionista@cesfam.demo"), "accepted");
}

TEST(PasswordPool, knows_its_own_hashes) {
    PasswordPool pool;
    const auto stored = pool.hash("hebra-demo");
    ASSERT_TRUE(stored);
    EXPECT_TRUE(stored->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_TRUE(pool.verify("hebra-demo", *stored).value());
    EXPECT_FALSE(pool.verify("hebra-dem", *stored).value());
    EXPECT_FALSE(pool.verify("", *stored).value());
    EXPECT_NE(*pool.hash("hebra-demo"), *stored) << "every hash has its own salt";
    EXPECT_FALSE(needs_rehash(*stored));
}

TEST(PasswordPool, agrees_with_the_reference_program) {
    // printf 'hebra-demo' | argon2 saltysalt1234567 -id -t 2 -k 19456 -p 1 -e
    PasswordPool pool;
    EXPECT_TRUE(pool.verify("hebra-demo", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHlzYWx0MTIzNDU2Nw$"
                                          "w5ZlsYnQ27DDwkKM35iYm1nSWVdiFKDcrQV4Cvu+MtE").value());
}

TEST(PasswordPool, a_broken_hash_is_a_no) {
    PasswordPool pool;
    for (const auto* stored : {"", "hebra-demo", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA",
                               "$2b$12$abcdefghijklmnopqrstuu"}) {
        EXPECT_FALSE(pool.verify("hebra-demo", stored).value()) << stored;
        EXPECT_TRUE(needs_rehash(stored)) << stored;
    }
    EXPECT_TRUE(needs_rehash("$argon2id$v=19$m=8192,t=2,p=1$c2FsdHlzYWx0MTIzNDU2Nw$1"));
}

/// Processor time of this thread, which a busy machine does not stretch.
double cost_of(const auto& work) {
    const auto now = [] {
        timespec time;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    };
    auto least = std::numeric_limits<double>::max();
    for (int i = 0; i < 3; ++i) {
        const auto start = now();
        work();
        least = std::min(least, now() - start);
    }
    return least;
}

TEST(PasswordPool, nobody_costs_what_somebody_costs) {
    PasswordPool pool;
    const auto stored = *pool.hash("hebra-demo");
    const auto somebody = cost_of([&] { EXPECT_FALSE(pool.verify("another one", stored).value()); });
    const auto nobody = cost_of([&] { EXPECT_FALSE(pool.verify_nobody("another one").value()); });
    EXPECT_LT(nobody, somebody * 2);
    EXPECT_GT(nobody, somebody / 2);
}

TEST(PasswordPool, beyond_the_queue_it_refuses_and_then_serves_again) {
    PasswordPool pool({.threads = 1, .queue = 2});
    std::atomic<int> served = 0;
    std::atomic<int> refused = 0;
    std::latch together(12);
    std::vector<std::jthread> people;
    for (int i = 0; i < 12; ++i) {
        people.emplace_back([&] {
            together.arrive_and_wait();
            const auto answer = pool.verify_nobody("somebody at the door");
            if (answer) ++served;
            else if (answer.error().kind == Refused::unavailable && answer.error().word == words::k_sign_in_busy) ++refused;
        });
    }
    people.clear();
    EXPECT_EQ(served + refused, 12);
    EXPECT_GE(served, 3);
    EXPECT_GE(refused, 1);
    EXPECT_TRUE(pool.verify_nobody("later"));
}

}  // namespace
}  // namespace hebra::crypto
