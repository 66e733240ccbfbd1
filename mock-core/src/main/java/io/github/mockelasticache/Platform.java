package io.github.mockelasticache;

/** Where the mock's account may run its caches; it decides whether cache security groups exist. */
public enum Platform {

    /** The account has EC2-Classic: cache security groups exist, and every region has the one named {@code default}. */
    EC2_CLASSIC,

    /**
     * The account has only VPCs, as every account created since December 2013: each operation on cache security groups is
     * refused with {@code InvalidParameterValue}.
     */
    VPC_ONLY
}
