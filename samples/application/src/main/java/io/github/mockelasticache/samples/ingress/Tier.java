package io.github.mockelasticache.samples.ingress;

import java.util.regex.Pattern;

/**
 * One tier of a deployment: the EC2 security group that its instances belong to.
 *
 * <p>The owner is an account number. The API reference writes it with hyphens ({@code 1234-5678-1234}) and answers it
 * without; a tier keeps it without, so that both spellings are the same tier.
 *
 * @param ec2SecurityGroup the name of the EC2 security group
 * @param owner the number of the account that owns the EC2 security group; digits, with or without hyphens
 */
public record Tier(String ec2SecurityGroup, String owner) {

    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("\\d+(-\\d+)*");

    /**
     * A tier.
     *
     * @param ec2SecurityGroup the name of the EC2 security group
     * @param owner the number of the account that owns it; digits, with or without hyphens
     * @throws IllegalArgumentException if the name is blank, or the owner is no account number
     */
    public Tier {
        if (ec2SecurityGroup.isBlank()) {
            throw new IllegalArgumentException("A tier needs the name of its EC2 security group, but it was blank.");
        }
        if (!ACCOUNT_NUMBER.matcher(owner).matches()) {
            throw new IllegalArgumentException("The owner of " + ec2SecurityGroup
                    + " must be an account number (123456781234 or 1234-5678-1234), not an access key or a name, but was \""
                    + owner + "\".");
        }
        owner = owner.replace("-", "");
    }

    /** The tier as people say it: {@code web-tier (123456781234)}. */
    @Override
    public String toString() {
        return ec2SecurityGroup + " (" + owner + ")";
    }
}
