#!/bin/sh
# steps - every pair of states through the commands people type; every need
# that is not met; every verb's examples
# shellcheck disable=SC2086,SC2046 # states hold no blank; one word a field
. "${SP_SOURCE:?}/tests/lib.sh"

new() {
	sp-add -q "$@" >new.out
}
keep() {
	cp sp.db kept.db
}
back() {
	cp kept.db sp.db
}
# refused WHAT MESSAGE COMMAND ...: exit 3, this message, no byte changed
refused() {
	what=$1 message=$2
	shift 2
	fails "$what" 3 "sp-signal: $message" "$@"
	cmp -s sp.db kept.db || result 1 "$what: the store stays as it was"
}
# becomes WHAT TABLE.COLUMN ID STATE COMMAND ...: done, the state is that, and
# all is put back
becomes() {
	what=$1 column=$2 row=$3 state=$4
	shift 4
	"$@" >.out 2>.err &&
		[ "$(ask "select $column from ${column%.*} where id = $row")" = "$state" ]
	result $? "$what"
	back
}

new organisatie naam=Loket
new organisatie naam=Wijkteam
new persoon naam=Fatima alias=fatima

# allowed FROM: the states after it, as DOMAIN 3b has them
status_allowed() {
	case $1 in
	gemeld) echo in_behandeling, ingepland, reactie_gevraagd, afgehandeld, geannuleerd ;;
	in_behandeling) echo gemeld, ingepland, reactie_gevraagd, afgehandeld, geannuleerd ;;
	ingepland) echo in_behandeling, reactie_gevraagd, afgehandeld, geannuleerd ;;
	reactie_gevraagd) echo reactie_ontvangen, in_behandeling, afgehandeld, geannuleerd ;;
	reactie_ontvangen) echo in_behandeling, ingepland, reactie_gevraagd, afgehandeld, geannuleerd ;;
	afgehandeld) echo verzoek_heropenen, heropend ;;
	verzoek_heropenen) echo heropend, afgehandeld ;;
	heropend) echo in_behandeling, ingepland, reactie_gevraagd, afgehandeld, geannuleerd ;;
	geannuleerd) echo heropend ;;
	esac
}
# what is said when nothing is given, and what to give; from, to
status_need() {
	case $1-$2 in
	*-ingepland) echo 'give the day: gepland_op=' ;;
	verzoek_heropenen-afgehandeld | *-reactie_* | *-heropend | *-verzoek_heropenen)
		echo 'needs an explanation: tekst=' ;;
	*-geannuleerd) echo 'give the reason: reden=' ;;
	*-afgehandeld) echo 'an answer and an outcome are missing: tekst= and uitkomst= (R1)' ;;
	esac
}
status_give() {
	case $1-$2 in
	*-ingepland) echo gepland_op=2026-12-01 ;;
	verzoek_heropenen-afgehandeld | *-reactie_* | *-heropend | *-verzoek_heropenen)
		echo tekst=omdat ;;
	*-geannuleerd) echo reden=ingetrokken ;;
	*-afgehandeld) echo tekst=antwoord uitkomst=beantwoord ;;
	esac
}
states='gemeld in_behandeling ingepland reactie_gevraagd reactie_ontvangen afgehandeld verzoek_heropenen heropend geannuleerd'

s() {
	sp-signal "$@" >.out 2>&1 || cat .out
}
for state in $states; do
	s add soort=vraag tekst=x
done
s status 2 in_behandeling
s status 3 ingepland gepland_op=2026-11-20
s status 4 reactie_gevraagd tekst=wie
s status 5 reactie_gevraagd tekst=wie
s status 5 reactie_ontvangen tekst=ik
s answer 6,7,8 tekst=antwoord uitkomst=beantwoord
s status 7 verzoek_heropenen tekst=nee
s status 8 heropend tekst=nee
s status 9 geannuleerd reden=foutief
prints 'each state is reached by legal steps' \
	ask "select group_concat(status, ' ') from (select status from signaal order by id)" <<X
$states
X
keep
id=0
for from in $states; do
	id=$((id + 1))
	for to in $states; do
		case ", $(status_allowed $from)," in
		*", $to,"*)
			need=$(status_need $from $to)
			[ -z "$need" ] || refused "$from -> $to needs something" \
				"$need" sp-signal status $id $to
			becomes "$from -> $to" signaal.status $id $to \
				sp-signal status $id $to $(status_give $from $to)
			;;
		*)
			refused "$from -> $to is not allowed" \
				"a signal that is $from can not become $to; it can become: $(status_allowed $from)" \
				sp-signal status $id $to $(status_give $from $to)
			;;
		esac
	done
done

# a referral; the states that have a verb
rm sp.db
new organisatie naam=Loket
new organisatie naam=Wijkteam
new persoon naam=Fatima alias=fatima
referral_allowed() {
	case $1 in
	klaargezet) echo verzonden, ingetrokken, foutief ;;
	verzonden) echo geaccepteerd, geweigerd, ingetrokken, foutief ;;
	geaccepteerd) echo in_uitvoering, foutief ;;
	in_uitvoering) echo afgerond, mislukt, aangehouden, foutief ;;
	aangehouden) echo in_uitvoering, foutief ;;
	geweigerd | ingetrokken | afgerond | mislukt) echo foutief ;;
	esac
}
referral_step() { # id nr state
	case $3 in
	geaccepteerd) sp-signal accept "$1" nr="$2" ;;
	geweigerd) sp-signal refuse "$1" nr="$2" reden=geen_plek ;;
	mislukt) sp-signal route "$1" mislukt nr="$2" resultaat=niets ;;
	*) sp-signal route "$1" "$3" nr="$2" ;;
	esac
}
states='verzonden geaccepteerd in_uitvoering aangehouden afgerond mislukt geweigerd ingetrokken foutief klaargezet'
id=0
for state in $states; do
	id=$((id + 1))
	s add soort=vraag tekst=x
	if [ $state = klaargezet ]; then
		s route $id org=Loket --then Wijkteam
	else
		s route $id org=Loket
	fi
	case $state in
	geaccepteerd | in_uitvoering | aangehouden | afgerond | mislukt)
		s accept $id ;;
	esac
	case $state in
	in_uitvoering | aangehouden | afgerond | mislukt)
		s route $id in_uitvoering ;;
	esac
	case $state in
	aangehouden | afgerond | mislukt | geweigerd | ingetrokken | foutief)
		s_step=$(referral_step $id $id $state 2>&1) || echo "$s_step" ;;
	esac
done
prints 'each state of a referral is reached by legal steps' \
	ask "select group_concat(status, ' ') from (select status from doorverwijzing where id <> 10 order by id)" <<X
$states
X
keep
id=0
for from in $states; do
	id=$((id + 1))
	nr=$id
	[ $from = klaargezet ] && nr=11
	for to in geaccepteerd geweigerd in_uitvoering aangehouden afgerond mislukt ingetrokken foutief; do
		allowed=$(referral_allowed $from)
		case ", $allowed," in
		*", $to,"*)
			becomes "doorverwijzing $from -> $to" doorverwijzing.status $nr $to \
				referral_step $id $nr $to
			;;
		*)
			message="a referral that is $from can not become $to; it can become: $allowed"
			[ -n "$allowed" ] ||
				message="a referral that is $from can not become $to, nor anything else"
			refused "doorverwijzing $from -> $to is not allowed" \
				"$message" referral_step $id $nr $to
			;;
		esac
	done
done
refused 'a refusal has a reason' 'give the reason: reden=' sp-signal refuse 1
refused 'not our task says who can' \
	'niet_onze_taak also says who can: advies_org=' \
	sp-signal refuse 1 reden=niet_onze_taak
becomes 'and is taken with that' doorverwijzing.status 1 geweigerd \
	sp-signal refuse 1 reden=niet_onze_taak advies_org=Wijkteam
refused 'a failure says what came of it' 'say what came of it: resultaat=' \
	sp-signal route 3 mislukt
refused 'another organisation does not accept' \
	'signal 1 has no referral that waits for an answer of organisatie 2' \
	sp-signal accept 1 org=Wijkteam
refused 'who is done accepts nothing' \
	'signal 5 has no open referral' sp-signal accept 5

# R2: another referral or an action that is not done
live='a referral or an action is not done yet (R2); --force "why" goes on all the same'
for id in 2 3 4; do
	refused "R2 keeps $id from being cancelled" "$live" \
		sp-signal status $id geannuleerd reden=ingetrokken
	refused "R2 keeps $id from being nobody's" "$live" \
		sp-signal status $id gemeld
	refused "R2 keeps $id from an answer of another" "$live" \
		sp-signal answer $id org=Wijkteam tekst=a uitkomst=beantwoord
	becomes "the answer of who has $id ends its referral" doorverwijzing.status $id afgerond \
		sp-signal answer $id tekst=a uitkomst=beantwoord
done
refused 'R2 keeps the next hop from being passed over' "$live" \
	sp-signal answer 10 tekst=a uitkomst=beantwoord
becomes 'what was only sent goes with a cancelled signal' doorverwijzing.status 1 ingetrokken \
	sp-signal status 1 geannuleerd reden=ingetrokken
becomes 'and nobody has it' signaal.org 1 '' \
	sp-signal status 1 geannuleerd reden=ingetrokken
s status 2 geannuleerd reden=ingetrokken --force 'wil niet meer'
prints 'what is forced leaves its referral as it is, and its reason in the log' \
	ask "select s.status, d.status, s.org, l.reden from signaal s join doorverwijzing d on d.signaal = s.id join log l on l.record = s.id and l.soort = 'signaal' where s.id = 2 order by l.id desc limit 1" <<'X'
geannuleerd|geaccepteerd|1|wil niet meer
X
back
s status 3 gemeld tekst='was de onze niet' --force 'op verzoek'
prints 'with what was said beside it' \
	ask "select reden from log order by id desc limit 1" <<'X'
op verzoek; was de onze niet
X
back
s status 5 gemeld
prints 'who is done has a signal no longer that is nobody'"'"'s' \
	ask "select status, org is null, routeren_voor from signaal where id = 5" <<'X'
gemeld|1|2026-11-13
X
back
s status 9 in_behandeling --force 'niet nodig'
prints '--force without a rule that needs it does no harm' \
	ask "select s.status, l.reden from signaal s, log l where s.id = 9 order by l.id desc limit 1" <<'X'
in_behandeling|niet nodig
X
back
for verb in answer promise status; do
	fails "$verb: --force says why" 2 \
		"sp-signal: --force says why: --force \"reason\"; see sp-signal $verb --help" sp-signal $verb 2 --force '  '
done
refused '--force passes over no other rule' \
	'an answer and an outcome are missing: tekst= and uitkomst= (R1)' \
	sp-signal answer 1 --force toch
refused 'nor a state that is not allowed' \
	'a signal that is gemeld can not become heropend; it can become: in_behandeling, ingepland, reactie_gevraagd, afgehandeld, geannuleerd' \
	sp-signal status 7 heropend tekst=x --force toch
for verb in accept refuse action loop message link route; do
	fails "$verb has no rule that can be forced" 2 \
		"sp-signal: $verb takes no --force; see sp-signal $verb --help" sp-signal $verb 1 --force toch
done

# the loop
rm sp.db
new organisatie naam=Loket
new persoon naam=Fatima alias=fatima
loop_allowed() {
	case $1 in
	open) echo teruggelegd, teruggekoppeld, niet_gewenst, niet_nodig, niet_bereikt ;;
	teruggelegd) echo teruggekoppeld, niet_bereikt, niet_gewenst, niet_nodig ;;
	teruggekoppeld) echo bevestigd ;;
	esac
}
loop_need() {
	case $1-$2 in
	open-terug* | open-niet_bereikt) echo 'there is no answer yet to bring back (R3)' ;;
	*-teruggekoppeld) echo 'say how residents were told: wijze=' ;;
	*-bevestigd) echo 'say what residents thought of it: oordeel=' ;;
	*-niet_bereikt) echo 'two attempts must be on record first; sp-signal loop ID poging records one' ;;
	*-niet_nodig) echo 'something is to be brought back: only an observation, a cancelled signal, or the outcome geen_actie_nodig needs none' ;;
	esac
}
loop_give() {
	case $1 in
	teruggekoppeld) echo wijze=huisbezoek ;;
	bevestigd) echo oordeel=tevreden ;;
	esac
}
# what is met before: the same signal as a duplicate of one that is answered,
# tried twice, or with nothing to do
loop_ready() { # id from to
	case $2-$3 in
	open-niet_nodig) s status "$1" geannuleerd reden=ingetrokken ;;
	open-terug* | open-niet_bereikt) s link "$1" dubbel_van=2 ;;
	*-niet_nodig) s answer "$1" uitkomst=geen_actie_nodig ;;
	esac
	case $3 in
	niet_bereikt)
		s loop "$1" poging
		s loop "$1" poging
		;;
	esac
}
states='open teruggelegd teruggekoppeld bevestigd niet_bereikt niet_gewenst niet_nodig'
for state in $states; do
	s add soort=vraag tekst=x via=fatima
done
s add soort=waarneming tekst=x
s answer 2,3,4,5,6,7 tekst=antwoord uitkomst=beantwoord
s loop 3,4 teruggekoppeld wijze=telefoon
s loop 4 bevestigd oordeel=deels
s loop 5 poging
s loop 5 poging
s loop 5 niet_bereikt
s loop 6 niet_gewenst
s answer 7 uitkomst=geen_actie_nodig
s loop 7 niet_nodig
prints 'each state of the loop is reached by legal steps' \
	ask "select group_concat(lus, ' ') from (select lus from signaal order by id)" <<X
$states niet_nodig
X
keep
id=0
for from in $states; do
	id=$((id + 1))
	for to in teruggelegd teruggekoppeld bevestigd niet_bereikt niet_gewenst niet_nodig; do
		allowed=$(loop_allowed $from)
		case ", $allowed," in
		*", $to,"*)
			need=$(loop_need $from $to)
			[ -z "$need" ] || refused "lus $from -> $to needs something" \
				"$need" sp-signal loop $id $to
			loop_ready $id $from $to
			becomes "lus $from -> $to" signaal.lus $id $to \
				sp-signal loop $id $to $(loop_give $to)
			prints "lus $from -> $to: as it was" \
				ask "select lus from signaal where id = $id" <<X
$from
X
			;;
		*)
			message="a loop that is $from can not become $to; it can become: $allowed"
			[ -n "$allowed" ] ||
				message="a loop that is $from can not become $to, nor anything else"
			refused "lus $from -> $to is not allowed" "$message" \
				sp-signal loop $id $to $(loop_give $to)
			;;
		esac
	done
done
refused 'who is not content says why' 'ontevreden needs an explanation: toelichting=' \
	sp-signal loop 3 bevestigd oordeel=ontevreden
becomes 'and asks to open it again' signaal.status 3 verzoek_heropenen \
	sp-signal loop 3 bevestigd oordeel=ontevreden toelichting='past niet'
refused 'a loop at its end is not tried' 'a loop that is bevestigd is at its end' \
	sp-signal loop 4 poging
refused 'nothing is checked before it is told' \
	'there is nothing to check again: residents were not told yet' \
	sp-signal loop 2 nagekeken
refused 'one attempt is not enough' \
	'two attempts must be on record first; sp-signal loop ID poging records one' \
	sh -c 'cp sp.db one.db; sp-signal -q -s one.db loop 2 poging >one.out; sp-signal -s one.db loop 2 niet_bereikt'
s link 1 dubbel_van=2
s loop 1 teruggekoppeld wijze=bericht
s loop 1 bevestigd oordeel=ontevreden toelichting='past niet'
prints 'the judgement of a duplicate is kept, and it stays cancelled' \
	ask "select s.status, s.lus, l.oordeel from signaal s join lus l on l.signaal = s.id where s.id = 1" <<'X'
geannuleerd|bevestigd|ontevreden
X
back

# actions and promises
s action 1 wat=bellen org=Loket
s promise 1 door=fatima wat=terugbellen voor=2026-11-20 zekerheid=zeker
keep
refused 'R2 keeps an open action' "$live" \
	sp-signal answer 1 tekst=a uitkomst=beantwoord
refused 'an action that is done says what came of it' \
	'say what came of it: resultaat=' sp-signal action 1 klaar
becomes 'and is done with that' actie.status 1 klaar sp-signal action 1 klaar resultaat=gebeld
refused 'an action that lapses says why' 'needs an explanation: tekst=' \
	sp-signal action 1 vervallen
becomes 'and lapses with that' actie.status 1 vervallen sp-signal action 1 vervallen tekst=dicht
becomes 'a promise is kept' belofte.status 1 nagekomen sp-signal promise 1 nagekomen
for to in gebroken ingetrokken; do
	refused "a promise that is $to says why" 'needs an explanation: tekst=' \
		sp-signal promise 1 $to
	becomes "a promise is $to" belofte.status 1 $to sp-signal promise 1 $to tekst=ziek
done
refused 'a promise that is handed over says to whom' \
	'say who takes the promise over: overgedragen_aan=' \
	sp-signal promise 1 overgedragen
becomes 'and goes there' belofte.status 1 overgedragen \
	sp-signal promise 1 overgedragen overgedragen_aan=fatima
refused 'what is uncertain is not promised' \
	'what is uncertain is not promised; --force "why" records it all the same' \
	sp-signal promise 1 door=fatima wat=geld voor=2026-11-20 zekerheid=onzeker
becomes 'but for a reason' belofte.status 2 open \
	sp-signal promise 1 door=fatima wat=geld voor=2026-11-20 zekerheid=onzeker --force 'zij vroeg erom'
s action 1 klaar resultaat=gebeld
s promise 1 nagekomen
keep
for to in klaar vervallen; do
	refused "an action that is done does not become $to" \
		"an action that is klaar can not become $to, nor anything else" \
		sp-signal action 1 $to nr=1 resultaat=x tekst=x
done
for to in nagekomen gebroken ingetrokken overgedragen; do
	refused "a promise that is kept does not become $to" \
		"a promise that is nagekomen can not become $to, nor anything else" \
		sp-signal promise 1 $to nr=1 tekst=x overgedragen_aan=fatima
done

# every verb has help with two examples that work
rm -f sp.db
echo 'Het is koud in huis en de ramen zijn nat' >brief.txt
echo 'U krijgt een voucher' >antwoord.txt
cp brief.txt verslag.txt
cp brief.txt uitleg.txt
printf 'datum,soort,tekst\n2026-10-01,vraag,x\n' >logboek.csv
new gebied code=BU03440001 naam=Kanaleneiland
new gebied code=BU03440002 naam=Overvecht
new organisatie naam=Loket
new organisatie naam=Energieloket
new persoon naam=Fatima alias=fatima
new activiteit naam=Informatieavond datum=2026-10-02
echo gemeld_op,soort,gebied,domein,tekst >signals.csv
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
	echo "2026-10-0$((i % 2 + 1)),vraag,Overvecht,energie,Het is koud in huis en de ramen zijn nat $i" >>signals.csv
done
s add signals.csv
cp sp.db begin.db
# what must be there before an example
ready() {
	case $1 in
	*'accept 12 nr=3'*)
		s route 10,11 org=Loket op=2026-10-02
		s route 12 org=Loket op=2026-10-02
		;;
	*'accept 12'* | *'refuse 12'*) s route 12 org=Loket ;;
	*'action 12 klaar'*) s action 12 wat=bellen ;;
	*'loop 12 teruggekoppeld'*) s answer 12 tekst=a uitkomst=beantwoord op=2026-10-02 ;;
	*'loop 12 bevestigd'*)
		s answer 12 tekst=a uitkomst=beantwoord
		s loop 12 teruggekoppeld wijze=bericht
		;;
	*'due '*)
		s promise 12 door=fatima wat=x voor=2026-10-05 zekerheid=zeker op=2026-10-02
		;;
	*'promise 12 nagekomen'*)
		s promise 12 door=fatima wat=x voor=2026-11-27 zekerheid=zeker
		;;
	esac
}
# states and what is done on the way have a name in each language
cp begin.db sp.db
step() {
	sp-signal "$@" -q >step.out 2>&1 || cat step.out
}
words() {
	step route 12 org=Loket
	step accept 12
	step route 12 in_progress
	step route 12 ON_HOLD
	step route 12 In_Progress
	step route 12 afgerond
	step action 12 wat=bellen
	step action 12 'done' resultaat=klaar
	step promise 12 door=fatima wat=x voor=2026-11-27 zekerheid=zeker
	step promise 12 kept
	step status 12 planned gepland_op=2026-11-20
	step answer 12 tekst=a uitkomst=beantwoord
	step loop 12 attempt
	step loop 12 told wijze=bericht
	step loop 12 checked
	ask 'select d.status, a.status, b.status, s.status, s.lus, l.pogingen
		from signaal s join doorverwijzing d on d.signaal = s.id
		join actie a on a.signaal = s.id join belofte b on
		b.signaal = s.id join lus l on l.signaal = s.id'
}
prints 'English names, whatever the language of the run' words <<'X'
afgerond|klaar|nagekomen|afgehandeld|teruggekoppeld|1
X
fails 'a word that is none, with those that are' 2 \
	'sp-signal: there is no state "kept" for action; there are: done|dropped; see sp-signal action --help' \
	sp-signal action 12 kept
fails 'the same in Dutch' 2 \
	'sp-signal: er is geen stand "open" voor loop; er zijn: teruggelegd|teruggekoppeld|bevestigd|niet_bereikt|niet_gewenst|niet_nodig|poging|nagekeken; zie sp-signal loop --help' \
	sp-signal loop 12 open --lang nl
verbs=$(sp-signal --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\) .*/\1/p')
for verb in $verbs; do
	sp-signal "$verb" --help | sed -n '/^Examples:/,/^$/s/^  //p' >examples
	prints "$verb: --help has two examples" grep -c "sp-signal $verb" examples <<'X'
2
X
	while read -r example; do
		cp begin.db sp.db
		ready "$example"
		ok "$verb: $example" sh -e -c "$example"
	done <examples
done
done_testing
