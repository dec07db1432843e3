#!/bin/bash
# The whole way of one treatment by the API alone: people, product, lot, head, patient, screening, consent, plan, treatment, record.
# It treats with the device that the station is set up for; try it on the simulator (docs/operating.md, "By API").
#
#   full-path.sh URL ADMINISTRATOR ONE_TIME_PASSWORD [DIRECTORY]
#
# URL is that of `mesopen serve`, the other two are what `mesopen site init` was told and printed. Answers are kept in DIRECTORY.
# Needs bash, curl, and the usual small tools. Ends with 0 if every step was answered as it should be.
set -euo pipefail

site=${1:?URL, such as http://127.0.0.1:5480}
api=$site/api/v1
administrator=${2:?sign-in name of the administrator}
one_time=${3:?the one-time password}
keep=${4:-$(mktemp -d)}
mkdir -p "$keep"
today=$(date -u +%F)

# text NAME / number NAME: the first field of that name in the last answer.
text() { grep -o "\"$1\":\"[^\"]*\"" "$keep/answer.json" | head -1 | cut -d'"' -f4 || true; }
number() { grep -o "\"$1\":[0-9]*" "$keep/answer.json" | head -1 | cut -d: -f2 || true; }
etag() { sed -n 's/^[Ee][Tt][Aa][Gg]: *\("[^"]*"\).*/\1/p' "$keep/headers.txt" | head -1; }

# signing PASSWORD: the header that makes a request a signature.
signing() { echo "Signing-Password: $(printf %s "$1" | base64 -w0)"; }

# ask METHOD PATH BODY [HEADER...]: asks in the name of $token, and ends the script with the problem if it was refused.
ask() {
  local method=$1 path=$2 body=$3 status
  shift 3
  local headers=(-H "Authorization: Bearer $token" -H 'Content-Type: application/json')
  for header in "$@"; do headers+=(-H "$header"); done
  status=$(curl -sS -o "$keep/answer.json" -D "$keep/headers.txt" -w '%{http_code}' -X "$method" "${headers[@]}" ${body:+--data "$body"} "$api$path")
  if [ "$status" -ge 300 ]; then
    echo "$method $path: $status $(cat "$keep/answer.json")" >&2
    exit 1
  fi
  echo "$method $path: $status"
}

# begin PERSON ONE_TIME PASSWORD ROLES: chooses a password in place of the one-time one, and takes a token.
begin() {
  local jar=$keep/$1.cookies json='Content-Type: application/json'
  curl -sS -c "$jar" -H "$json" --data "{\"person_id\":\"$1\",\"password\":\"$2\"}" -o "$keep/answer.json" "$api/session"
  curl -sS -b "$jar" -H "$json" -H "Anti-Forgery: $(text anti_forgery)" --data "{\"old\":\"$2\",\"new\":\"$3\"}" -o "$keep/ignored.json" "$api/session/password"
  curl -sS -c "$jar" -H "$json" --data "{\"person_id\":\"$1\",\"password\":\"$3\"}" -o "$keep/answer.json" "$api/session"
  curl -sS -b "$jar" -H "$json" -H "Anti-Forgery: $(text anti_forgery)" -H "$(signing "$3")" \
    --data "{\"name\":\"full path\",\"roles\":[$4],\"days\":1}" -o "$keep/answer.json" "$api/tokens"
  token=$(text token)
  rm -f "$jar" "$keep/ignored.json"
  if [ -z "$token" ]; then echo "$1 got no token: $(cat "$keep/answer.json")" >&2; exit 1; fi
  echo "$1 is signed in"
}

# until NAME VALUE...: waits until the station's field has one of these values.
until_station() {
  local name=$1 tries
  shift
  for tries in $(seq 600); do
    ask GET /station '' > /dev/null
    for value in "$@"; do
      if grep -q "\"$name\":$value" "$keep/answer.json"; then return; fi
    done
    sleep 0.1
  done
  echo "The station did not come to $name $*: $(cat "$keep/answer.json")" >&2
  exit 1
}

# 1. People. Two are needed for a policy, and another than the clinician for the sign-off of competence.
admin_password='first of many 4711' clinician_password='second of many 4712' engineer_password='third of many 4713'
begin "$administrator" "$one_time" "$admin_password" '"administrator"'; admin=$token
ask POST /people '{"person_id":"carla","name":"Carla Clinician","roles":["clinician"]}'; carla_code=$(text one_time_password)
ask POST /people '{"person_id":"enno","name":"Enno Engineer","roles":["engineer","clinician"]}'; enno_code=$(text one_time_password)
begin carla "$carla_code" "$clinician_password" '"clinician"'; carla=$token
begin enno "$enno_code" "$engineer_password" '"engineer","clinician"'; enno=$token

# 2. Policy of the site: how long a screening and a consent count. Proposed by one, approved by another.
token=$admin; ask POST /site/proposals '{"policy":{"limits":[],"forbids_multi_needle_heads":false,"combination_days":{"peel":14},"screening_days":7,"consent_days":90},"base_version":0,"reason":"First policy"}' "$(signing "$admin_password")"
proposal=$(text proposal_id)
token=$enno; ask POST "/site/proposals/$proposal/approval" '' "$(signing "$engineer_password")"
ask POST /people/carla/competence "{\"device_family\":\"gun-5\",\"until\":\"2070-12-31\"}" "$(signing "$engineer_password")"

# 3. Product, lot by the DataMatrix on its package, vial, needle head.
token=$admin
ask POST /products '{"product_id":"HA-15","name":"Hyaluronic acid 15 mg/mL (example)","gtin":"09506000134352","manufacturer":"Example","ingredients":[{"name":"Hyaluronic acid","class":"non-cross-linked-hyaluronic-acid","synonyms":["sodium hyaluronate"]}],"allergens":[],"allowed_zones":["forehead","cheek.left","cheek.right"],"depth_max_um":1060,"depth_source":"Example of a sheet, section 1","session_max_nl":2000000,"session_source":"Example of a sheet, section 2","point_max_nl":50000,"point_source":"Example of a sheet, section 3","open_hours_max":24,"open_source":"Example of a sheet, section 4"}'
ask POST /head-types '{"head_type_id":"HT-5","sheet":{"title":"Five needles","needles":5,"punctures_warning":150,"punctures_max":200,"reason":"Example: chosen by the clinic"}}'
ask POST /lots '{"lot_id":"L-1","scan":"]d201095060001343521770123110EX01"}'
ask POST /vials '{"vial_id":"V-1","lot_id":"L-1","volume_nl":5000000}'
ask POST /heads '{"head_type_id":"HT-5","lot":"H2031","sterile_until":"2070-12-31","running_number":1}'
token=$carla
ask GET /vials/V-1 ''; ask POST /vials/V-1/open '' "If-Match: $(etag)"

# 4. Patient and screening.
ask POST /patients '{"patient_id":"P-0001","initials":"AB","birth_year":1980,"sex":"female","skin_type":3}'
ask GET /screening-questions ''
catalogue=$(number catalogue_version)
answers=$(grep -o '"id":"[^"]*"' "$keep/answer.json" | cut -d'"' -f4 | sed 's/.*/{"question":"&","yes":false}/' | paste -sd,)
ask POST /patients/P-0001/screenings "{\"catalogue_version\":$catalogue,\"answers\":[$answers]}"

# 5. Protocol, and the patient's plan made from it.
zone() { echo "{\"zone\":\"$1\",\"technique\":\"stamp\",\"trigger\":\"repeat\",\"points\":$2,\"dose_nl\":20000,\"needle_length_um\":900,\"angle_deg\":90,\"spacing_um\":10000,\"min_interval_ms\":112}"; }
ask POST /protocols "{\"protocol_id\":\"PR-1\",\"title\":\"Face, three zones\",\"content\":{\"product_id\":\"HA-15\",\"device_family\":\"gun-5\",\"prime_nl\":100000,\"sticks_max\":200,\"sticks_reason\":\"One head a session\",\"zones\":[$(zone forehead 6),$(zone cheek.left 5),$(zone cheek.right 5)],\"course\":{\"sessions\":3,\"interval\":{\"min_days\":14,\"max_days\":28}}}}"
ask POST /plans "{\"plan_id\":\"PL-1\",\"patient_id\":\"P-0001\",\"title\":\"Face\",\"protocol_id\":\"PR-1\",\"starts_on\":\"$today\"}"

# 6. Consent to this plan and product, signed by patient and clinician.
ask POST /patients/P-0001/consents '{"plan_id":"PL-1"}'
consent=$(text id)
ask GET "/patients/P-0001/consents/$consent" ''
hash=$(grep -o '"sha256":"[^"]*"' "$keep/answer.json" | head -1 | cut -d'"' -f4)
ask POST "/patients/P-0001/consents/$consent/patient-signature" "{\"sha256\":\"$hash\",\"drawing\":{\"width\":300,\"height\":100,\"strokes\":[[10,50,40,20,70,80,100,20,130,80,160,20,190,80,220,20,250,80]]}}" "If-Match: $(etag)"
ask GET "/patients/P-0001/consents/$consent" ''
ask POST "/patients/P-0001/consents/$consent/clinician-signature" "{\"sha256\":\"$hash\"}" "If-Match: $(etag)" "$(signing "$clinician_password")"

# 7. Treat: open the session, prime off the skin, arm zone after zone. The shots are fired by the trigger of the device.
ask POST /sessions '{"patient_id":"P-0001","plan_id":"PL-1","plan_version":1,"vial_id":"V-1","head_id":"H2031-1","loaded_nl":1000000}' 'Idempotency-Key: full-path-open'
session=$(text session_id)
until_station state '"Standby"' '"Ready"'
until_station self_tested true
ask POST /station/prime '' 'Idempotency-Key: full-path-prime'
until_station state '"Ready"'
for zone in forehead cheek.left cheek.right; do
  ask POST /station/arm "{\"zone\":\"$zone\"}"
  until_station state '"Ready"' '"Paused"'
  until_station settled true
  # A lease that lapsed on a busy computer pauses the zone: it is armed again.
  while grep -q '"state":"Paused"' "$keep/answer.json"; do
    ask POST /station/arm "{\"zone\":\"$zone\"}"
    until_station state '"Ready"' '"Paused"'
    until_station settled true
  done
done
ask POST "/sessions/$session/reactions" '{"text":"Light redness","zone":"forehead"}'
ask POST /station/close '{"aftercare":"Leaflet: no make-up and no sun for a day, call on warmth or pus"}'

# 8. The record, with the hash that it hangs on: keep that elsewhere too. The same as a FHIR R4 bundle.
ask GET "/sessions/$session" ''
cp "$keep/answer.json" "$keep/record.json"
ask GET "/sessions/$session/fhir" ''
cp "$keep/answer.json" "$keep/fhir.json"
grep -q '"resourceType": *"Bundle"' "$keep/fhir.json"
echo "session $session"
echo "shots $(grep -o '"outcome":"delivered"' "$keep/record.json" | wc -l)"
echo "head $(grep -o '"head_hash":"[^"]*"' "$keep/record.json" | cut -d'"' -f4)"
