#include "platform/territory/territory.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/fold.hpp"

namespace hebra::territory {
namespace {

TEST(Territory, has_every_region_and_comuna_of_chile) {
    EXPECT_EQ(Region::all().size(), 16U);
    EXPECT_EQ(Comuna::all().size(), 346U);
    std::set<std::string_view> provinces;
    for (const auto comuna : Comuna::all()) {
        EXPECT_FALSE(comuna.name().empty());
        EXPECT_FALSE(comuna.region().name().empty()) << comuna.text();
        EXPECT_EQ(Comuna::parse(comuna.text()), comuna);
        EXPECT_EQ(find_comuna_by_name(comuna.name()), comuna);
        EXPECT_EQ(find_comuna_by_name(fold(comuna.name())), comuna);
        provinces.insert(comuna.province());
    }
    EXPECT_EQ(provinces.size(), 56U);
}

TEST(Territory, reads_codes_with_or_without_the_leading_zero) {
    EXPECT_EQ(Comuna::parse("5101")->text(), "05101");
    EXPECT_EQ(Comuna::parse("05101")->name(), "Valparaíso");
    EXPECT_EQ(Comuna::parse("13120")->name(), "Ñuñoa");
    EXPECT_EQ(Comuna::parse("05101")->region().text(), "05");
    EXPECT_EQ(Region::parse("5")->full_name(), "Región de Valparaíso");
    EXPECT_EQ(Region::parse("05")->iso(), "CL-VS");
}

TEST(Territory, refuses_codes_of_nowhere) {
    for (const auto* bad : {"", "0", "00000", "13", "13100", "99999", "-5101", " 5101", "5101a", "005101", "0x13", "+5101"})
        EXPECT_FALSE(Comuna::parse(bad)) << bad;
    for (const auto* bad : {"", "0", "00", "17", "013", "-1", "a"}) EXPECT_FALSE(Region::parse(bad)) << bad;
    EXPECT_EQ(Comuna::parse("13100").error().word.code, "unknown_comuna");
}

TEST(Territory, default_constructed_is_nowhere) {
    EXPECT_TRUE(Comuna().is_nil());
    EXPECT_EQ(Comuna().text(), "");
    EXPECT_EQ(Comuna().name(), "");
    EXPECT_TRUE(Comuna().region().is_nil());
}

TEST(Territory, finds_by_name_as_people_write_it) {
    EXPECT_EQ(find_comuna_by_name("ÑUÑOA")->text(), "13120");
    EXPECT_EQ(find_comuna_by_name("Los Angeles")->name(), "Los Ángeles");
    EXPECT_EQ(find_comuna_by_name("Comuna de Aisén")->name(), "Aysén");
    EXPECT_EQ(find_comuna_by_name("Rapa Nui")->name(), "Isla de Pascua");
    EXPECT_EQ(find_comuna_by_name("Atlántida"), std::nullopt);
    for (const auto region : Region::all()) {
        EXPECT_EQ(find_region_by_name(region.name()), region);
        EXPECT_EQ(find_region_by_name(region.full_name()), region) << region.full_name();
    }
    EXPECT_EQ(find_region_by_name("RM")->text(), "13");
    EXPECT_EQ(find_region_by_name("region del bio-bio")->text(), "08");
    EXPECT_EQ(find_region_by_name("Araucanía")->text(), "09");
    EXPECT_EQ(find_region_by_name("O'Higgins")->text(), "06");
    EXPECT_EQ(find_region_by_name(""), std::nullopt);
}

TEST(Territory, a_place_knows_the_region_of_its_comuna) {
    EXPECT_EQ((Place{.comuna = *Comuna::parse("12101")}.in_region().text()), "12");
    EXPECT_EQ((Place{.region = *Region::parse("12")}.in_region().text()), "12");
    EXPECT_TRUE(Place().in_region().is_nil());
}

}  // namespace
}  // namespace hebra::territory
