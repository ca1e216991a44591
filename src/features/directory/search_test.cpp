#include "features/directory/search.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/fold.hpp"
#include "features/directory/catalogue.hpp"
#include "features/directory/import.hpp"

namespace hebra::directory {
namespace {

const Time k_now = *parse_time("2026-11-20T00:12:00Z");

class RealLines : public ::testing::Test {
  protected:
    /// Codes of what a text finds, best first.
    std::vector<std::string> found(std::string_view text) const {
        std::vector<TextHit> hits;
        catalogue_->search().search(text, hits);
        std::sort(hits.begin(), hits.end(), [](const TextHit& a, const TextHit& b) {
            return std::tuple(-a.score, a.service) < std::tuple(-b.score, b.service);
        });
        std::vector<std::string> codes;
        for (const auto& hit : hits) codes.push_back(catalogue_->services()[hit.service].code);
        return codes;
    }
    std::string first(std::string_view text) const {
        const auto codes = found(text);
        return codes.empty() ? "nothing" : codes.front();
    }
    bool finds(std::string_view text, std::string_view code) const {
        const auto codes = found(text);
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    }

    Snapshot<Catalogue> catalogue_ = Catalogue::build(plan_import(shipped_csv(), {})->added, k_now);
};

TEST_F(RealLines, forgives_accents_slips_and_endings) {
    EXPECT_TRUE(finds("sicologo", "L01"));
    EXPECT_TRUE(finds("psicólogos", "L01"));
    EXPECT_EQ(first("drojas"), "L19") << "Fono Drogas Carabineros";
    EXPECT_TRUE(finds("drojas", "L04"));
    EXPECT_EQ(first("suisidio"), "L03");
    EXPECT_EQ(first("suicdio"), "L03");
    EXPECT_TRUE(finds("violensia", "L14"));
    EXPECT_TRUE(finds("NIÑOS", "L13"));
    EXPECT_TRUE(finds("abuelita", "L11") || finds("abuela", "L11"));
    EXPECT_EQ(first("carabinero"), "L15");
    EXPECT_EQ(found("fonoinfansia"), (std::vector<std::string>{"L12"}));
}

TEST_F(RealLines, finds_numbers_institutions_and_english_words) {
    EXPECT_EQ(found("1455"), (std::vector<std::string>{"L06"}));
    EXPECT_EQ(found("*4141"), (std::vector<std::string>{"L03"}));
    EXPECT_EQ(found("600 360 7777"), (std::vector<std::string>{"L02"}));
    EXPECT_EQ(found("senama"), (std::vector<std::string>{"L11"}));
    EXPECT_EQ(found("smoking"), (std::vector<std::string>{"L35"}));
}

TEST_F(RealLines, every_word_counts) {
    EXPECT_EQ(first("fono familia"), "L14");
    EXPECT_EQ(first("necesito ayuda para dejar de fumar"), "L35");
    EXPECT_TRUE(found("xyzzy").empty());
    EXPECT_TRUE(found("q").empty());
}

TEST_F(RealLines, no_words_is_no_search) {
    std::vector<TextHit> hits;
    EXPECT_FALSE(catalogue_->search().search("  ¿? ", hits));
    EXPECT_FALSE(catalogue_->search().search("", hits));
    EXPECT_TRUE(catalogue_->search().search("zzzz", hits));
    EXPECT_TRUE(hits.empty());
}

TEST(Search, crises_are_heard_however_they_are_spelled) {
    const auto heard = [](std::string_view text) {
        std::string codes;
        for (const auto topic : crises_in(text)) codes += std::string(topic.text()) + " ";
        return codes;
    };
    EXPECT_EQ(heard("me quiero morir"), "suicide_risk ");
    EXPECT_EQ(heard("SUISIDIO"), "suicide_risk ");
    EXPECT_EQ(heard("una ambulansia por favor"), "medical_emergency ");
    EXPECT_EQ(heard("amortiguador"), "") << "whole words only";
    EXPECT_EQ(heard("bono de invierno"), "");
}

/// One slip in any word of four letters or more still finds what the word finds.
TEST_F(RealLines, one_slip_in_any_word_is_forgiven) {
    std::mt19937 random(4141);
    for (const auto& service : catalogue_->services()) {
        for (const auto& word : folded_words(service.name)) {
            if (word.size() < 5 || std::isdigit(static_cast<unsigned char>(word[0]))) continue;
            std::string slip = word;
            const auto at = random() % (slip.size() - 1);
            switch (random() % 4) {
                case 0: slip.erase(at, 1); break;
                case 1: slip.insert(at, 1, 'x'); break;
                case 2: std::swap(slip[at], slip[at + 1]); break;
                default: slip[at] = 'm';
            }
            // What a slip happens to spell comes before what it was meant to.
            const bool spells_another = !found(slip).empty();
            EXPECT_TRUE(finds(slip, service.code) || spells_another) << word << " " << slip;
        }
    }
}

}  // namespace
}  // namespace hebra::directory
