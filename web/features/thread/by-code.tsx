// A thread by its code, from anywhere: one's own person's drawing, or the referral that came with it.
import { useEffect } from "react";
import { useLocation } from "wouter";
import { Busy } from "@/design/busy";
import { Trouble } from "@/design/trouble";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useThreadPlace } from "./thread";

export function Page({ params }: PageProps) {
  const code = params["code"] ?? "";
  const [, navigate] = useLocation();
  usePageTitle(code);
  const place = useThreadPlace(code);
  const to = place.data?.person_id ? `/personas/${place.data.person_id}/dibujo` : place.data?.referral_id ? `/derivaciones/${place.data.referral_id}` : undefined;
  useEffect(() => {
    if (to) navigate(to, { replace: true });
  }, [to, navigate]);
  // Whose it is not hears that it is not there, as of a code that nobody has.
  if (place.error && [403, 404].includes(place.error.status)) return <MissingPage />;
  if (place.isError) return <Trouble problem={place.error} onRetry={() => void place.refetch()} />;
  return <Busy waiting act="opening" />;
}
