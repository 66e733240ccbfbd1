java -jar mock-core/target/mock-elasticache-core-0.1.0-SNAPSHOT-standalone.jar --port 0 --region us-east-1
