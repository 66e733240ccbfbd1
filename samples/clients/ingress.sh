export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1

aws --endpoint-url "$MOCK_ENDPOINT" elasticache create-cache-security-group \
    --cache-security-group-name mygroup --description "My security group"
aws --endpoint-url "$MOCK_ENDPOINT" elasticache authorize-cache-security-group-ingress \
    --cache-security-group-name mygroup --ec2-security-group-name web --ec2-security-group-owner-id 987654321021

curl -sS -X POST "$MOCK_ENDPOINT/_mock/advance?seconds=60"
aws --endpoint-url "$MOCK_ENDPOINT" elasticache describe-cache-security-groups --cache-security-group-name mygroup
