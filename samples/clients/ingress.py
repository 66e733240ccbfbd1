import os
import urllib.request

import boto3

endpoint = os.environ["MOCK_ENDPOINT"]
client = boto3.client("elasticache", endpoint_url=endpoint, region_name="us-east-1",
                      aws_access_key_id="any", aws_secret_access_key="any")

client.create_cache_security_group(CacheSecurityGroupName="mygroup", Description="My security group")
client.authorize_cache_security_group_ingress(
    CacheSecurityGroupName="mygroup", EC2SecurityGroupName="web", EC2SecurityGroupOwnerId="987654321021")

urllib.request.urlopen(endpoint + "/_mock/advance?seconds=60", data=b"")
group = client.describe_cache_security_groups(CacheSecurityGroupName="mygroup")["CacheSecurityGroups"][0]
assert group["EC2SecurityGroups"][0]["Status"] == "authorized"
