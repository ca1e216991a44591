#include "features/directory/match.hpp"
#include <gtest/gtest.h>
#include "features/directory/import.hpp"
namespace hebra::directory {
namespace {
const Time k_now = *parse_time("2026-11-20T00:12:00Z");
void show(const Catalogue& c, const Question& q, const char* title){
  fmt::print("== {}\n", title); auto a=match(c,q,k_now);
  for(auto&m:a.matches){ fmt::print("  {} {} [{}]",m.score,m.service->code,m.service->name); for(auto&r:m.fits) fmt::print(" | {}",r.es); for(auto&r:m.cautions) fmt::print(" ~ {}",r.code); fmt::print("\n");}
  fmt::print("  -- near {} others {}\n",a.near_miss_total,a.other_total);
  for(auto&m:a.near_misses){ fmt::print("  {} {} [{}]",m.score,m.service->code,m.service->name); for(auto&r:m.why) fmt::print(" | {}",r.es); fmt::print("\n");}
}
TEST(Show, all){
  auto c=Catalogue::build(plan_import(shipped_csv(),{})->added,k_now);
  auto t=[](const char*s){return *Topic::parse(s);};
  show(*c,{.age=17,.place={.comuna=*territory::Comuna::parse("13101")},.topic=t("mood_anxiety")},"animo 17");
  show(*c,{.age=17,.place={.comuna=*territory::Comuna::parse("05101")},.topic=t("suicide_risk")},"suicide 17 valpo");
  show(*c,{.topic=t("gender_violence")},"violencia genero unknown");
  show(*c,{.age=70,.q="abuelo maltrato"},"q abuelo");
  for (auto*q:{"sicologo","drojas","suisidio","1455","4141","tabaco","psicologa para mi hijo","violensia","carabineros","xyzzy","chat","la"}) { show(*c,{.age=30,.q=q,.limit=4},q);}
  show(*c,{.age=30,.channel=ChannelKind::whatsapp,.anonymous=true,.limit=5},"whatsapp anon");
}
}}
