# shellcheck shell=bash
# A certificate for localhost, signed by an authority that lives as long as the run: clients check it.

# make_certificate FOLDER: FOLDER/ca.pem, FOLDER/server.pem, FOLDER/server.key (0600).
make_certificate() {
  local folder="$1" log="$RUN/logs/certificate.log"
  mkdir -m 700 "$folder"
  {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
      -subj "/CN=OneReturn demonstration authority" \
      -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign" \
      -keyout "$folder/ca.key" -out "$folder/ca.pem"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=localhost" \
      -keyout "$folder/server.key" -out "$folder/server.csr"
    openssl x509 -req -in "$folder/server.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" \
      -CAcreateserial -days 30 -out "$folder/server.pem" -extfile <(certificate_extensions)
    chmod 600 "$folder"/*.key
  } >"$log" 2>&1 || refuse_with_log certificate
  rm -f "$folder/ca.key" "$folder/server.csr"
}

certificate_extensions() {
  printf '%s\n' "basicConstraints=CA:FALSE" "keyUsage=critical,digitalSignature" \
    "extendedKeyUsage=serverAuth" "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1"
}
