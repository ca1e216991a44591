#include "core/institutions/institutions.hpp"

#include <gtest/gtest.h>

#include "access/once/once.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"

namespace hebra::institutions {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;
using enum Level;

constexpr Date on(int y, unsigned m, unsigned d) {
    return Date(year(y), month(m), day(d));
}

class InstitutionStore : public test::OnBothDatabases<test::schema> {
  protected:
    NewAgreement with(InstitutionId other, Date starts = on(2026, 1, 1), Date ends = on(2026, 12, 31)) {
        return {.with = other,
                .level = coordination,
                .starts_on = starts,
                .ends_on = ends,
                .own_signer = "Dirección",
                .other_signer = "Alcaldía"};
    }
    Result<Agreement> agree(InstitutionId one, InstitutionId other, Date starts = on(2026, 1, 1),
                            Date ends = on(2026, 12, 31)) {
        return house.institutions.agree(house.somebody(one), one, with(other, starts, ends));
    }
    std::vector<std::string> network_of(InstitutionId id) {
        std::vector<std::string> names;
        for (const auto& institution : house.institutions.network_of(id)) names.push_back(institution.name);
        return names;
    }
    std::int64_t entries(InstitutionId chain, std::string_view action) {
        return db().read([&](db::Reader& reader) {
            return reader
                .one<std::int64_t>("SELECT count(*) FROM audit_entry WHERE institution_id = :chain AND action = :action",
                                   {db::arg("chain", chain), db::arg("action", action)})
                .value();
        });
    }

    test::PeopleHouse house{db()};
    InstitutionId a = house.found("A"), b = house.found("B"), c = house.found("C"), d = house.found("D");
};
HEBRA_ON_BOTH_DATABASES(InstitutionStore);

using Names = std::vector<std::string>;

TEST(AgreementCheck, names_every_field_in_doubt_at_once) {
    const auto own = InstitutionId::make(test::k_a_saturday);
    const NewAgreement bad{.with = own,
                           .level = collaboration,
                           .goal = cooperation,
                           .class_limit = 3,
                           .starts_on = on(2026, 2, 1),
                           .ends_on = on(2026, 1, 31),
                           .own_signer = "",
                           .other_signer = ""};
    Names told;
    const auto checked = check(bad, own, on(2026, 1, 1));
    for (const auto& field : checked.error().fields) told.push_back(field.pointer + " " + std::string(field.word.code));
    EXPECT_EQ(told, (Names{"/with same_institution", "/ends_on ends_before_start", "/class_limit class_too_high",
                           "/goal goal_below_level", "/own_signer signer_needed", "/other_signer signer_needed"}));
}

TEST(AgreementCheck, lets_by_agreement_travel_classes_0_to_2_only) {
    for (const auto& rule : k_level_defaults) EXPECT_LE(rule.class_limit, 2);
    const auto own = InstitutionId::make(test::k_a_saturday);
    NewAgreement agreement{.with = InstitutionId::make(test::k_a_saturday),
                           .level = communication,
                           .starts_on = on(2026, 1, 1),
                           .ends_on = on(2026, 1, 1),
                           .own_signer = "x",
                           .other_signer = "y"};
    for (const int limit : {-1, 3, 4}) {
        agreement.class_limit = limit;
        EXPECT_FALSE(check(agreement, own, on(2026, 1, 1))) << limit;
    }
    for (const int limit : {0, 2}) {
        agreement.class_limit = limit;
        EXPECT_TRUE(check(agreement, own, on(2026, 1, 1))) << limit;
    }
}

/// The fields in doubt, each with its word.
Names doubts(const Result<>& checked) {
    Names told;
    if (checked) return told;
    for (const auto& field : checked.error().fields) told.push_back(field.pointer + " " + std::string(field.word.code));
    return told;
}

TEST(AgreementCheck, takes_no_signer_of_spaces_and_no_proposal_of_days_that_passed) {
    const auto own = InstitutionId::make(test::k_a_saturday);
    const NewAgreement sound{.with = InstitutionId::make(test::k_a_saturday),
                             .level = communication,
                             .starts_on = on(2026, 11, 21),
                             .ends_on = on(2027, 11, 20),
                             .own_signer = "Dirección"};
    struct Case {
        std::string_view signer;
        Date starts, ends;
        Names doubts;
    };
    const std::string long_one(121, 'x'), accents = [] { std::string text; for (int n = 0; n < 120; ++n) text += "ñ"; return text; }();
    const Case cases[] = {{"Dirección", on(2026, 11, 21), on(2026, 11, 21), {}},
                          {accents, on(2026, 11, 21), on(2027, 1, 1), {}},
                          {"", on(2026, 11, 21), on(2027, 1, 1), {"/own_signer signer_needed"}},
                          {"   ", on(2026, 11, 21), on(2027, 1, 1), {"/own_signer signer_needed"}},
                          {long_one, on(2026, 11, 21), on(2027, 1, 1), {"/own_signer signer_long"}},
                          {"Dirección", on(2026, 11, 20), on(2027, 1, 1), {"/starts_on proposed_late"}},
                          {"Dirección", on(2025, 1, 1), on(2025, 12, 31), {"/starts_on proposed_late"}},
                          {"Dirección", on(2027, 1, 1), on(2026, 12, 31), {"/ends_on ends_before_start"}},
                          {" ", on(2026, 1, 2), on(2026, 1, 1), {"/starts_on proposed_late", "/ends_on ends_before_start", "/own_signer signer_needed"}}};
    for (const auto& [signer, starts, ends, expected] : cases) {
        auto one = sound;
        one.own_signer = signer;
        one.starts_on = starts;
        one.ends_on = ends;
        EXPECT_EQ(doubts(check(one, own, on(2026, 11, 21))), expected) << signer;
    }
    auto signed_long_ago = sound;
    signed_long_ago.starts_on = on(2025, 1, 1);
    signed_long_ago.other_signer = "Alcaldía";
    EXPECT_TRUE(check(signed_long_ago, own, on(2026, 11, 21))) << "an operator writes what both signed then";
}

TEST(InstitutionCheck, names_what_is_wrong_with_its_name_or_place) {
    struct Case {
        std::string name;
        std::string_view region, comuna;
        Names doubts;
    };
    const Case cases[] = {{"OLN Demo", "", "", {}},
                          {"  OLN Demo \n", "13", "13104", {}},
                          {"Ñuñoa", "", "05101", {}},
                          {"", "", "", {"/name institution_name_needed"}},
                          {" \t ", "", "", {"/name institution_name_needed"}},
                          {"—…", "", "", {"/name institution_name_needed"}},
                          {std::string(120, 'x'), "", "", {}},
                          {std::string(121, 'x'), "", "", {"/name institution_name_long"}},
                          {"OLN Demo", "05", "13104", {"/comuna comuna_elsewhere"}},
                          {" ", "05", "13104", {"/name institution_name_needed", "/comuna comuna_elsewhere"}}};
    for (const auto& [name, region, comuna, expected] : cases) {
        NewInstitution one{name, LegalNature::public_body, Sector::health};
        if (!region.empty()) one.region = territory::Region::parse(region).value();
        if (!comuna.empty()) one.comuna = territory::Comuna::parse(comuna).value();
        const auto checked = check(one);
        EXPECT_EQ(checked ? Names{} : doubts(Refuse(checked.error())), expected) << name << region << comuna;
        if (checked && !comuna.empty()) EXPECT_EQ(checked->region, one.comuna->region()) << "where its comuna is";
        if (checked) EXPECT_EQ(checked->name.find_first_of(" \n"), checked->name == "OLN Demo" ? 3U : std::string::npos);
    }
    EXPECT_TRUE(is_same_name("Línea  del Norte", "linea del norte."));
    EXPECT_FALSE(is_same_name("Línea del Norte", "Línea del Sur"));
}

TEST_P(InstitutionStore, shows_as_unattached_whoever_no_signed_agreement_ties) {
    const auto unattached = [&] {
        Names names;
        for (const auto& one : house.institutions.unattached()) names.push_back(one.name);
        return names;
    };
    EXPECT_EQ(unattached(), (Names{"A", "B", "C", "D"}));
    ASSERT_TRUE(agree(a, b));
    ASSERT_TRUE(agree(b, c, on(2025, 1, 1), on(2025, 12, 31)));
    auto proposed = with(d, on(2026, 11, 21));
    proposed.other_signer.reset();
    ASSERT_TRUE(house.institutions.agree(house.somebody(c), c, proposed));
    EXPECT_EQ(unattached(), (Names{"C", "D"})) << "neither what is over nor what is only proposed";
}

TEST_P(InstitutionStore, gives_a_new_institution_keys_and_the_first_entry_of_its_own_chain) {
    EXPECT_EQ(entries(a, "institution.found"), 1);
    EXPECT_NO_THROW(house.keys(a));
    EXPECT_EQ(house.institutions.find(a)->name, "A");
    EXPECT_EQ(house.institutions.find(InstitutionId::make(house.clock.now())).error().kind, Refused::not_found);
}

TEST_P(InstitutionStore, founds_one_institution_for_one_key) {
    const auto keyed = test::with_key(house.somebody(a), "k1");
    const NewInstitution given{"E", LegalNature::private_nonprofit, Sector::education};
    const auto first = house.institutions.found(keyed, given).value();
    const auto everybody = [&] {
        const auto all = house.institutions.all();
        return *all;
    };
    EXPECT_EQ(house.institutions.found(keyed, given, everybody)->id, first.id) << "its own name is no other's";
    EXPECT_EQ(house.institutions.found(house.somebody(a), given, everybody).error().fields.at(0).word, words::k_name_taken);
    EXPECT_EQ(house.institutions.all().size(), 5U);
}

TEST_P(InstitutionStore, stores_all_of_an_institution_or_nothing) {
    test::expect_all_or_nothing(db(), [&] {
        (void)house.institutions.found({}, {"E", LegalNature::public_body, Sector::health});
    });
}

TEST_P(InstitutionStore, signs_with_what_the_level_allows_unless_the_parties_say_otherwise) {
    const auto by_default = agree(a, b).value();
    EXPECT_EQ(by_default.class_limit, default_of(coordination).class_limit);
    EXPECT_EQ(by_default.events_visible, default_of(coordination).events_visible);
    auto own_terms = with(c);
    own_terms.class_limit = 1;
    own_terms.events_visible = true;
    const auto agreed = house.institutions.agree(house.somebody(a), a, own_terms).value();
    EXPECT_EQ(agreed.class_limit, 1);
    EXPECT_TRUE(agreed.events_visible);
}

TEST_P(InstitutionStore, keeps_each_signer_with_their_own_institution_whoever_signs) {
    const auto ours = agree(a, b).value();
    const auto theirs = house.institutions.agree(house.somebody(d), d, with(c)).value();
    EXPECT_LT(ours.first_id, ours.second_id);
    EXPECT_EQ(ours.first_id == a ? ours.first_signer : ours.second_signer, "Dirección");
    EXPECT_EQ(theirs.first_id == d ? theirs.first_signer : theirs.second_signer, "Dirección");
}

TEST_P(InstitutionStore, writes_an_agreement_in_both_chains) {
    const auto agreement = agree(a, b).value();
    ASSERT_TRUE(house.institutions.end(house.somebody(a), agreement.id, on(2026, 11, 30), 1));
    for (const auto chain : {a, b}) {
        EXPECT_EQ(entries(chain, "agreement.sign"), 1);
        EXPECT_EQ(entries(chain, "agreement.end"), 1);
    }
}

TEST_P(InstitutionStore, has_one_agreement_of_a_pair_on_each_day) {
    ASSERT_TRUE(agree(a, b, on(2026, 3, 1), on(2026, 6, 30)));
    const auto taken = [&](InstitutionId one, InstitutionId other, Date starts, Date ends) {
        const auto answer = agree(one, other, starts, ends);
        return !answer && answer.error().word == words::k_already_agreed;
    };
    EXPECT_TRUE(taken(a, b, on(2026, 6, 30), on(2026, 12, 31)));
    EXPECT_TRUE(taken(b, a, on(2026, 1, 1), on(2026, 3, 1))) << "whoever asks";
    EXPECT_TRUE(taken(a, b, on(2026, 4, 1), on(2026, 4, 1))) << "inside";
    EXPECT_TRUE(taken(a, b, on(2026, 1, 1), on(2026, 12, 31))) << "around";
    EXPECT_FALSE(taken(a, b, on(2026, 7, 1), on(2026, 12, 31)));
    EXPECT_FALSE(taken(a, b, on(2026, 1, 1), on(2026, 2, 28)));
    EXPECT_FALSE(taken(a, c, on(2026, 4, 1), on(2026, 4, 1)));
}

TEST_P(InstitutionStore, gives_one_agreement_to_many_who_sign_at_once) {
    std::atomic<int> signed_ones = 0;
    test::at_once(6, [&](int n) { signed_ones += (n % 2 == 0 ? agree(a, b) : agree(b, a)).has_value() ? 1 : 0; });
    EXPECT_EQ(signed_ones, 1);
    EXPECT_EQ(house.institutions.agreements().size(), 1U);
}

TEST_P(InstitutionStore, answers_repeated_signing_and_ending_without_doing_them_twice) {
    const auto signing = test::with_key(house.somebody(a), "k1");
    const auto agreement = house.institutions.agree(signing, a, with(b)).value();
    EXPECT_EQ(house.institutions.agree(signing, a, with(b))->id, agreement.id);
    const auto ending = test::with_key(house.somebody(a), "k2");
    ASSERT_TRUE(house.institutions.end(ending, agreement.id, on(2026, 11, 30), 1));
    const auto again = house.institutions.end(ending, agreement.id, on(2026, 11, 30), 1);
    ASSERT_TRUE(again) << again.error().word.code;
    EXPECT_EQ(again->version, 2);
    EXPECT_EQ(entries(b, "agreement.end"), 1);
    house.clock.advance(24h * 10);
    const auto late = house.institutions.end(ending, agreement.id, on(2026, 11, 30), 1);
    ASSERT_TRUE(late) << "the page that got no answer asks again once it is over: " << late.error().word.code;
    EXPECT_EQ(late->ends_on, on(2026, 11, 30));
}

TEST_P(InstitutionStore, ends_an_agreement_that_nobody_changed_meanwhile_and_not_before_it_began) {
    const auto agreement = agree(a, b).value();
    for (const auto day : {on(2026, 11, 20), on(2026, 6, 30), on(2025, 12, 31)})
        EXPECT_EQ(house.institutions.end(house.somebody(a), agreement.id, day, 1).error().fields.at(0).word, words::k_last_day_past)
            << "what was done since was done by agreement";
    const auto to_come = agree(a, c, on(2027, 3, 1), on(2027, 12, 31)).value();
    EXPECT_EQ(house.institutions.end(house.somebody(a), to_come.id, on(2027, 2, 28), 1).error().fields.at(0).word, words::k_ends_before_start);
    EXPECT_EQ(house.institutions.end(house.somebody(a), agreement.id, on(2026, 11, 30), 2).error().kind, Refused::conflict);
    EXPECT_EQ(house.institutions.end(house.somebody(b), agreement.id, on(2099, 12, 31), 1).error().fields.at(0).word, words::k_only_sooner)
        << "what two signed is not made longer by one";
    const auto ended = house.institutions.end(house.somebody(a), agreement.id, on(2026, 11, 30), 1).value();
    EXPECT_EQ(ended.ends_on, on(2026, 11, 30));
    EXPECT_EQ(ended.version, 2);
    EXPECT_TRUE(agree(a, b, on(2026, 12, 1), on(2026, 12, 31))) << "its days are free again";
    house.clock.advance(24h * 15);
    EXPECT_EQ(house.institutions.end(house.somebody(b), agreement.id, on(2026, 11, 30), 2).error().word, words::k_agreement_over) << "nor revived";
}

TEST_P(InstitutionStore, is_in_force_from_its_first_day_to_its_last_night_in_chile) {
    ASSERT_TRUE(agree(a, b, on(2026, 11, 21), on(2026, 11, 21)));
    EXPECT_TRUE(house.institutions.agreement_between(b, a));
    house.clock.advance(11h + 59min);  // 23:59 in Santiago, the next day in UTC
    EXPECT_TRUE(house.institutions.agreement_between(a, b));
    house.clock.advance(1min);
    EXPECT_FALSE(house.institutions.agreement_between(a, b));
    ASSERT_TRUE(agree(a, c, on(2026, 11, 23), on(2026, 11, 24)));
    EXPECT_FALSE(house.institutions.agreement_between(a, c)) << "not yet";
}

TEST_P(InstitutionStore, reaches_as_far_as_agreements_in_force) {
    ASSERT_TRUE(agree(a, b));
    ASSERT_TRUE(agree(c, b));
    ASSERT_TRUE(agree(c, d, on(2025, 1, 1), on(2025, 12, 31)));
    EXPECT_EQ(network_of(a), (Names{"A", "B", "C"}));
    EXPECT_EQ(network_of(b), (Names{"A", "B", "C"}));
    EXPECT_EQ(network_of(d), Names{"D"});
}

TEST_P(InstitutionStore, knows_the_network_from_memory_and_another_nodes_change_when_it_reads_anew) {
    test::PeopleHouse node(db());
    node.found("E");
    EXPECT_EQ(house.institutions.all().size(), 4U);
    house.institutions.refresh();
    EXPECT_EQ(house.institutions.all().size(), 5U);
    EXPECT_EQ(test::statements_of(db(), [&] { (void)house.institutions.find(a); }), 0U);
}

TEST_P(InstitutionStore, does_not_forget_its_own_change_for_an_older_reading) {
    std::atomic<bool> founding = true;
    test::at_once(3, [&](int n) {
        if (n > 0) {
            while (founding) house.institutions.refresh();
            return;
        }
        for (int made = 0; made < 30; ++made) {
            const auto id = house.found("E");
            EXPECT_TRUE(house.institutions.find(id)) << made;
        }
        founding = false;
    });
}

TEST_P(InstitutionStore, goes_through_its_agreements_while_another_reads_them_anew) {
    ASSERT_TRUE(agree(a, b));
    std::atomic<int> asking = 2;
    test::at_once(3, [&](int n) {
        if (n == 0) {
            while (asking > 0) house.institutions.refresh();
            return;
        }
        for (int asked = 0; asked < 300; ++asked) EXPECT_TRUE(house.institutions.agreement_between(a, b));
        --asking;
    });
}

}  // namespace
}  // namespace hebra::institutions
